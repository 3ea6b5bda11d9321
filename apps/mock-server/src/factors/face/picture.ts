import type { Picture } from "../../ports.ts";
import { toBase64Url } from "../../crypto/encoding.ts";
import { readJpeg } from "./jpeg.ts";
import { readPng } from "./png.ts";

/** What a picture may weigh, and how many pixels it may unpack to (S-56). */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
const MAX_PIXELS = 4096 * 4096;

/** What an image call brings. */
export interface ImageRequest {
  readonly image: Uint8Array;
}

/** A JPEG or PNG within the limits, without anything in it that is not pixels; nothing when it is none. Reads headers and unpacks nothing (S-56). Pure. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  if (bytes.length > MAX_PICTURE_BYTES) return undefined;
  const picture = readJpeg(bytes) ?? readPng(bytes);
  return picture !== undefined && isTame(picture) ? picture : undefined;
}

const isTame = ({ width, height }: Picture): boolean => width > 0 && height > 0 && width * height <= MAX_PIXELS;

/** Names a picture by its pixels' bytes: another comment or another date makes no other picture. */
export async function hashPicture({ bytes }: Pick<Picture, "bytes">): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))));
}
