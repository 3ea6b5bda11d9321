import { loadJpeg, loadPng } from "./library.ts";
import type { Picture } from "./verifier.ts";

/** Rows of red, green and blue, upright. */
export interface Upright {
  readonly values: Int32Array;
  readonly width: number;
  readonly height: number;
}

/** The networks look at 512 pixels and cut faces out at 150: more than this only costs time. */
const LONGEST_SIDE = 1280;
const MAX_MEGAPIXELS = 17;
const INTERLACE_AT = 28;

interface Unpacked {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Unpacks a picture, turns it upright and makes it as small as is enough. Throws at what can't be unpacked. */
export function unpack({ bytes, orientation }: Picture): Upright {
  return turn(bytes[0] === 0x89 ? unpackPng(bytes) : unpackJpeg(bytes), orientation);
}

const unpackJpeg = (bytes: Uint8Array): Unpacked => loadJpeg().decode(bytes, { useTArray: true, maxResolutionInMP: MAX_MEGAPIXELS, maxMemoryUsageInMB: 512 });

/** Of interlaced files the library unpacks whatever is in them, and not what the header says. */
function unpackPng(bytes: Uint8Array): Unpacked {
  if (bytes[INTERLACE_AT] !== 0) throw new RangeError("An interlaced PNG.");
  return loadPng().PNG.sync.read(Buffer.from(bytes));
}

/** Exif's eight ways to hold a camera: the first four keep the sides, the others exchange them. */
function turn({ data, width, height }: Unpacked, orientation: number): Upright {
  const isTurned = orientation >= 5;
  const [fullWidth, fullHeight] = isTurned ? [height, width] : [width, height];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(fullWidth, fullHeight));
  const size = { width: Math.max(1, Math.round(fullWidth * scale)), height: Math.max(1, Math.round(fullHeight * scale)) };
  const values = new Int32Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const [along, down] = [(x + 0.5) / size.width, (y + 0.5) / size.height];
      const [u, v] = sourceOf(along, down, orientation);
      const from = (Math.min(height - 1, Math.floor(v * height)) * width + Math.min(width - 1, Math.floor(u * width))) * 4;
      const to = (y * size.width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) values[to + channel] = data[from + channel] ?? 0;
    }
  }
  return { values, ...size };
}

/** Where in the file the upright picture's point (0..1, 0..1) lies. */
function sourceOf(x: number, y: number, orientation: number): readonly [number, number] {
  switch (orientation) {
    case 2: return [1 - x, y];
    case 3: return [1 - x, 1 - y];
    case 4: return [x, 1 - y];
    case 5: return [y, x];
    case 6: return [y, 1 - x];
    case 7: return [1 - y, 1 - x];
    case 8: return [1 - y, x];
    default: return [x, y];
  }
}
