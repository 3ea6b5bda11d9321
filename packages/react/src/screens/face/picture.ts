/** What a server takes (R17): bytes. */
const MAX_BYTES = 5_000_000;

/** Faces are found in far smaller pictures; px of the longer side. */
const LONGEST_SIDE = 1280;

const QUALITY = 0.9;

type Drawable = HTMLVideoElement | ImageBitmap;

const sizeOf = (source: Drawable): readonly [number, number] => (source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height]);

/** A JPEG of what a camera or a file shows, without its metadata. Undefined where there is nothing to draw. */
export async function toJpeg(source: Drawable): Promise<Uint8Array | undefined> {
  const [width, height] = sizeOf(source);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  if (canvas.width === 0 || canvas.height === 0) return undefined;
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return blob === null || blob.size > MAX_BYTES ? undefined : new Uint8Array(await blob.arrayBuffer());
}

/** A chosen file as a JPEG; undefined where it is no picture that the browser can read. */
export async function readPicture(file: File): Promise<Uint8Array | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const jpeg = await toJpeg(bitmap);
    bitmap.close();
    return jpeg;
  } catch {
    // A broken file and a file of another kind are the same to the person: another one is needed.
    return undefined;
  }
}
