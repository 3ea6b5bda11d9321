import type { Picture } from "../../ports.ts";
import { holds, join, uint32 } from "./bytes.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunks that make pixels. */
const KEPT: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

interface Chunk {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** A PNG's header, palette and pixels, and nothing else of it; nothing when the chunks don't fit together. What stands behind its end is cut off. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  if (!holds(bytes, 0, SIGNATURE)) return undefined;
  const chunks = [...chunksOf(bytes)];
  const [header] = chunks;
  const isWhole = chunks.at(-1)?.type === "IEND" && chunks.some(({ type }) => type === "IDAT");
  const headers = chunks.filter(({ type }) => type === "IHDR");
  if (header?.type !== "IHDR" || header.to - header.from !== 25 || headers.length > 1 || !isWhole) return undefined;
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ from, to }) => bytes.subarray(from, to));
  return { bytes: join([bytes.subarray(0, 8), ...kept]), width: uint32(bytes, header.from + 8), height: uint32(bytes, header.from + 12), orientation: 1 };
}

/** Length, type, content, checksum; the decoder looks at the checksum. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const to = at + 12 + uint32(bytes, at);
    if (to > bytes.length) return;
    yield { type, from: at, to };
    if (type === "IEND") return;
    at = to;
  }
}
