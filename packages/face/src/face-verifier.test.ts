import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFaceVerifier } from "./index.ts";
import { resolve } from "./library.ts";
import type { FaceReading, FaceVerifier } from "./verifier.ts";

// The photos that come with the library: one person each, cut out of a group.

interface Image {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

const jpeg = createRequire(import.meta.url)("jpeg-js") as { decode(bytes: Uint8Array, options: object): Image; encode(image: Image, quality: number): { data: Uint8Array } };

const file = (number: number): Uint8Array => new Uint8Array(readFileSync(resolve("@vladmandic/face-api/package.json").replace("package.json", `demo/sample${number}.jpg`)));
const encode = (image: Image, quality = 92): Uint8Array => new Uint8Array(jpeg.encode(image, quality).data);

/** Another image of the given size, each of its points taken from one of the first. */
function map(image: Image, width: number, height: number, from: (x: number, y: number) => readonly [number, number], light = 1): Image {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = from(x, y);
      for (let channel = 0; channel < 3; channel += 1) data[(y * width + x) * 4 + channel] = (image.data[(v * image.width + u) * 4 + channel] ?? 0) * light;
    }
  }
  return { data, width, height };
}
const cut = (image: Image, { x, y, side }: Box): Image => map(image, side, side, (along, down) => [x + along, y + down]);

let verifier: FaceVerifier;
beforeAll(async () => {
  verifier = await createFaceVerifier();
});
afterAll(() => verifier.close());

const describeFace = (bytes: Uint8Array, orientation = 1): Promise<FaceReading> => verifier.describe({ bytes, width: 0, height: 0, orientation });
async function template(bytes: Uint8Array, orientation = 1): Promise<Uint8Array> {
  const reading = await describeFace(bytes, orientation);
  if (reading.kind !== "template") throw new Error(`The picture shows ${reading.kind}.`);
  return reading.template;
}

/** Where two of the three on the first photo are. */
const PEOPLE = [{ x: 300, y: 272, side: 405 }, { x: 1373, y: 116, side: 409 }] as const;
const group = jpeg.decode(file(1), { useTArray: true });
const [first, second] = PEOPLE.map((box) => cut(group, box)) as [Image, Image];

describe("the provider on real photos", () => {
  it("knows one person again: squeezed, turned, as another file", async () => {
    const known = await template(encode(first));
    const { width, height } = first;
    const turned = map(first, height, width, (x, y) => [width - 1 - y, x]);
    for (const [bytes, orientation] of [[encode(first, 50), 1], [encode(map(first, width, height, (x, y) => [x, y], 0.7), 60), 1], [encode(turned), 6]] as const) {
      expect(verifier.distance(known, await template(bytes, orientation))).toBeLessThan(0.3);
    }
  });

  it("keeps two people apart", async () => {
    expect(verifier.distance(await template(encode(first)), await template(encode(second)))).toBeGreaterThan(0.45);
  });

  it("says what is wrong with a picture", async () => {
    expect(await describeFace(file(1))).toEqual({ kind: "several-faces" });
    expect(await describeFace(encode({ data: Buffer.alloc(200 * 200 * 4, 120), width: 200, height: 200 }))).toEqual({ kind: "no-face" });
    expect(await describeFace(encode(first).slice(0, 100))).toEqual({ kind: "unreadable" });
    expect(await describeFace(new TextEncoder().encode("no picture"))).toEqual({ kind: "unreadable" });
  });

  it("tells the ninth at once that it is busy", async () => {
    const readings = await Promise.all(Array.from({ length: 9 }, () => describeFace(new Uint8Array())));
    expect(readings.map(({ kind }) => kind)).toEqual([...Array.from({ length: 8 }, () => "unreadable"), "busy"]);
  });
});

it("takes a template of another model for nobody's", () => {
  expect(verifier.distance(new Uint8Array(512), new Uint8Array(8))).toBe(Infinity);
  expect(verifier.distance(new Uint8Array(), new Uint8Array())).toBe(Infinity);
});
