import { holds, uint16, uint32 } from "./bytes.ts";

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;
/** No camera writes more; a file that says so is played with. */
const MAX_ENTRIES = 200;

/** How a camera was held, 1 to 8, from an Exif segment: it is the one thing in there that says where up is. 1 when there is nothing to read. Pure. */
export function readOrientation(segment: Uint8Array): number {
  if (!holds(segment, 0, EXIF)) return 1;
  const tiff = segment.subarray(EXIF.length);
  const isLittle = holds(tiff, 0, [0x49, 0x49]);
  const at = (offset: number, read: typeof uint16): number => (isLittle ? read(reversed(tiff, offset, read === uint16 ? 2 : 4), 0) : read(tiff, offset));
  const directory = at(4, uint32);
  const entries = Math.min(at(directory, uint16), MAX_ENTRIES);
  for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12) {
    if (at(entry, uint16) === ORIENTATION) return within(at(entry + 8, uint16));
  }
  return 1;
}

const reversed = (bytes: Uint8Array, from: number, length: number): Uint8Array => bytes.slice(from, from + length).toReversed();

const within = (value: number): number => (value >= 1 && value <= 8 ? value : 1);
