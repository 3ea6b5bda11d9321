import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/encoding.ts";
import { png, pngChunk, pngHeader } from "../../testing/faces.ts";
import { join } from "./bytes.ts";
import { hashPicture, MAX_PICTURE_BYTES, readPicture } from "./picture.ts";

const pixels = pngChunk("IDAT", utf8("pixels"));

const segment = (marker: number, content: readonly number[] | Uint8Array): Uint8Array => Uint8Array.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]);
const frame = (width: number, height: number, marker = 0xc0) => segment(marker, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
/** A scan whose data holds what looks like a marker and is none. */
const scan = join([segment(0xda, [1, 1, 0, 0, 63, 0]), Uint8Array.of(0x12, 0xff, 0x00, 0xff, 0xd0, 0x34)]);
const END = Uint8Array.of(0xff, 0xd9);
const jpeg = (...segments: readonly Uint8Array[]) => join([Uint8Array.of(0xff, 0xd8), ...segments, END]);
const plain = jpeg(frame(640, 480), scan);

/** An Exif segment that says how the camera was held, in both orders of bytes. */
const exif = (orientation: number, little: boolean, tag = 0x0112) => {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  return segment(0xe1, [...utf8("Exif\0\0"), ...utf8(little ? "II" : "MM"), ...two(42), ...four(8), ...two(2), ...two(0x010f), ...two(2), ...four(4), ...four(0), ...two(tag), ...two(3), ...four(1), ...two(orientation), 0, 0, ...four(0)]);
};

describe("a picture (S-56)", () => {
  it("is a PNG or a JPEG, its size read from its header", () => {
    expect(readPicture(png(pngHeader(640, 480), pixels))).toMatchObject({ width: 640, height: 480, orientation: 1 });
    expect(readPicture(plain)).toMatchObject({ width: 640, height: 480, orientation: 1 });
    expect(readPicture(jpeg(frame(640, 480, 0xc2), scan, scan))).toMatchObject({ width: 640, height: 480 });
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["text", utf8("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["a GIF", utf8("GIF89a")],
    ["a JPEG's magic alone", Uint8Array.of(0xff, 0xd8, 0xff)],
    ["a PNG's magic alone", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ["a PNG with more pixels than any camera", png(pngHeader(50_000, 50_000), pixels)],
    ["a PNG one row too large", png(pngHeader(4096, 4097), pixels)],
    ["a PNG of no width", png(pngHeader(0, 480), pixels)],
    ["a PNG with a second header", png(pngHeader(640, 480), pixels, pngHeader(50_000, 50_000))],
    ["a PNG whose header comes late", png(pixels, pngHeader(640, 480))],
    ["a PNG without pixels", png(pngHeader(640, 480))],
    ["a PNG whose chunk is longer than the file", png(pngHeader(640, 480)).with(33, 0xff)],
    ["a PNG that stops", png(pngHeader(640, 480), pixels).slice(0, -1)],
    ["a JPEG with more pixels than any camera", jpeg(frame(65_000, 65_000), scan)],
    ["a JPEG of no height", jpeg(frame(640, 0), scan)],
    ["a JPEG with a second frame", jpeg(frame(640, 480), scan, frame(65_000, 65_000), scan)],
    ["a JPEG without a frame", jpeg(scan)],
    ["a JPEG without a scan", jpeg(frame(640, 480))],
    ["a JPEG that stops in its scan", plain.slice(0, -3)],
    ["a JPEG whose segment has no length", jpeg(frame(640, 480), Uint8Array.of(0xff, 0xe0, 0, 0), scan)],
    ["a JPEG whose segment is longer than the file", jpeg(frame(640, 480), Uint8Array.of(0xff, 0xe0, 0xff, 0xff), scan)],
    ["more than 5 MB", join([plain, new Uint8Array(MAX_PICTURE_BYTES)])],
  ])("is not %s", (_what, bytes) => {
    expect(readPicture(bytes)).toBeUndefined();
  });

  it("of 4096 × 4096 is still one", () => {
    expect(readPicture(png(pngHeader(4096, 4096), pixels))).toBeDefined();
    expect(readPicture(jpeg(frame(4096, 4096), scan))).toBeDefined();
  });
});

describe("what is not pixels (S-56)", () => {
  it("is taken out of a JPEG: places, thumbnails, comments, and what stands behind its end", () => {
    const told = jpeg(segment(0xe0, utf8("JFIF\0")), exif(1, true), segment(0xe2, utf8("ICC_PROFILE")), segment(0xfe, utf8("at home")), frame(640, 480), scan, segment(0xfe, utf8("between")), scan);
    expect(readPicture(join([told, utf8("<?php behind the end ?>")]))?.bytes).toEqual(jpeg(frame(640, 480), scan, scan));
  });

  it("leaves a JPEG its colours", () => {
    const adobe = segment(0xee, utf8("Adobe"));
    expect(readPicture(jpeg(adobe, frame(640, 480), scan))?.bytes).toEqual(jpeg(adobe, frame(640, 480), scan));
  });

  it("is taken out of a PNG", () => {
    const told = png(pngHeader(640, 480), pngChunk("tEXt", utf8("at home")), pngChunk("eXIf", utf8("x")), pixels, pngChunk("iTXt", utf8("x")), pixels);
    expect(readPicture(join([told, utf8("behind")]))?.bytes).toEqual(png(pngHeader(640, 480), pixels, pixels));
  });

  it("makes no other picture of it", async () => {
    const hashOf = async (bytes: Uint8Array) => hashPicture(readPicture(bytes) ?? { bytes: new Uint8Array(), width: 0, height: 0, orientation: 1 });
    expect(await hashOf(jpeg(exif(1, false), frame(640, 480), scan))).toBe(await hashOf(plain));
    expect(await hashOf(jpeg(frame(640, 481), scan))).not.toBe(await hashOf(plain));
  });
});

describe("how the camera was held", () => {
  it.each([true, false])("is read from Exif, little-endian: %s", (little) => {
    for (const orientation of [1, 3, 6, 8]) expect(readPicture(jpeg(exif(orientation, little), frame(640, 480), scan))?.orientation).toBe(orientation);
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ["a number that means nothing", exif(9, true)],
    ["an Exif without it", exif(6, true, 0x0113)],
    ["an Exif that ends early", segment(0xe1, utf8("Exif\0\0II*\0\u0008"))],
    ["an Exif whose directory lies far outside", segment(0xe1, [...utf8("Exif\0\0MM"), 0, 42, 0xff, 0xff, 0xff, 0xff])],
    ["something else in its place", segment(0xe1, utf8("http://ns.adobe.com/xap/1.0/"))],
  ])("is upright with %s", (_what, told) => {
    expect(readPicture(jpeg(told, frame(640, 480), scan))?.orientation).toBe(1);
  });
});
