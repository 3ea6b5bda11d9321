import type { Picture } from "../../ports.ts";
import { holds, join, uint16 } from "./bytes.ts";
import { readOrientation } from "./orientation.ts";

const START = [0xff, 0xd8];
const SCAN = 0xda;
const END = 0xd9;
/** Colours can't be read without it; every other APP segment tells of cameras, places and thumbnails. */
const ADOBE = 0xee;
const EXIF = 0xe1;

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

/** A JPEG's frame and scans, and nothing else of it; nothing when the segments don't fit together. What stands behind its end is cut off. */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (!holds(bytes, 0, START)) return undefined;
  const segments = [...segmentsOf(bytes)];
  const frames = segments.filter(({ marker }) => isFrame(marker));
  const frame = frames[0];
  const isWhole = segments.at(-1)?.marker === END && segments.some(({ marker }) => marker === SCAN);
  // A second frame could be larger than the one that was looked at.
  if (frame === undefined || frames.length > 1 || !isWhole) return undefined;
  const exif = segments.find(({ marker }) => marker === EXIF);
  const kept = segments.filter(({ marker }) => !isMetadata(marker)).map(({ from, to }) => bytes.subarray(from, to));
  return {
    bytes: join([bytes.subarray(0, 2), ...kept]),
    height: uint16(bytes, frame.from + 5),
    width: uint16(bytes, frame.from + 7),
    orientation: exif === undefined ? 1 : readOrientation(bytes.subarray(exif.from + 4, exif.to)),
  };
}

/** SOF0 to SOF15, less the three numbers that mean something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** APP0 to APP15 and comments. */
const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE) || marker === 0xfe;

function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === undefined) return;
    const to = marker === 0xff ? at + 1 : endOf(bytes, marker, at);
    if (to > bytes.length) return;
    if (marker !== 0xff) yield { marker, from: at, to };
    if (marker === END) return;
    at = to;
  }
}

function endOf(bytes: Uint8Array, marker: number, at: number): number {
  if (marker === END) return at + 2;
  const length = uint16(bytes, at + 2);
  if (length < 2) return Infinity;
  return marker === SCAN ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
}

/** In a scan 0xFF is followed by 0 or a restart marker; anything else ends it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return Infinity;
}
