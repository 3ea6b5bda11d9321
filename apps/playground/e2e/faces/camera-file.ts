import { closeSync, openSync, writeSync } from "node:fs";
import type { Image } from "./image.ts";

/** Ten seconds. No picture is taken twice (S-56), so no two frames are alike. */
const FRAMES = 300;

/** Each frame says its number in the upper left corner: a square a bit, dark or light. */
export const MARK = { side: 8, bits: 9 } as const;

interface Planes {
  readonly luma: Buffer;
  readonly chroma: Buffer;
}

/** Brightness a point; both colours a block of four, as video has it. */
function planesOf({ data, width, height }: Image): Planes {
  const luma = Buffer.alloc(width * height);
  const [blue, red] = [Buffer.alloc(luma.length / 4), Buffer.alloc(luma.length / 4)];
  for (let at = 0; at < luma.length; at += 1) {
    const [r, g, b] = [data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0];
    luma[at] = 16 + (65.5 * r + 128.6 * g + 25 * b) / 255;
    const [x, y] = [at % width, Math.floor(at / width)];
    if (x % 2 !== 0 || y % 2 !== 0) continue;
    const block = (y / 2) * (width / 2) + x / 2;
    blue[block] = 128 + (-37.8 * r - 74.2 * g + 112 * b) / 255;
    red[block] = 128 + (112 * r - 93.8 * g - 18.2 * b) / 255;
  }
  return { luma, chroma: Buffer.concat([blue, red]) };
}

function numbered(luma: Buffer, width: number, frame: number): Buffer {
  const marked = Buffer.from(luma);
  for (let bit = 0; bit < MARK.bits; bit += 1) {
    const level = (frame >> bit) % 2 === 1 ? 235 : 16;
    for (let row = 0; row < MARK.side; row += 1) marked.fill(level, row * width + bit * MARK.side, row * width + (bit + 1) * MARK.side);
  }
  return marked;
}

/** Writes what Chromium's fake camera shows: one person, standing still before it. */
export function writeCameraFile(path: string, image: Image): void {
  const { luma, chroma } = planesOf(image);
  const file = openSync(path, "w");
  writeSync(file, `YUV4MPEG2 W${image.width} H${image.height} F30:1 Ip A1:1 C420\n`);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    writeSync(file, "FRAME\n");
    writeSync(file, numbered(luma, image.width, frame));
    writeSync(file, chroma);
  }
  closeSync(file);
}
