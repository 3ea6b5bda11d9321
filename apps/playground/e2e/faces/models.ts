import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, encode, paint, type Colour, type Image } from "./image.ts";

const SIDE = 240;

/** What FACE_VERIFIER names: `npm run face:test` the real provider, which looks at real photos; else one for tests (AD-150). */
const real = process.env["FACE_VERIFIER"];
export const faceVerifier = real ?? join(import.meta.dirname, "provider.ts");

/** Comes with the real provider's library. */
const photo = join(import.meta.dirname, "../../../../packages/face/node_modules/@vladmandic/face-api/demo/sample1.jpg");

/** Somebody whose picture is taken. */
export type Model = "ann" | "bob";

/** Where they are on the group photo. */
const places = { ann: { x: 300, y: 272, side: 405 }, bob: { x: 1373, y: 116, side: 409 } } as const;

function cutOut(image: Image, { x, y: top, side }: (typeof places)[Model], moved: number): Image {
  const left = x - moved;
  return paint(SIDE, (px, py) => {
    const [u, v] = [left + Math.floor((px * side) / SIDE), top + Math.floor((py * side) / SIDE)];
    const at = (v * image.width + u) * 4;
    return [image.data[at] ?? 0, image.data[at + 1] ?? 0, image.data[at + 2] ?? 0];
  });
}

/** A drawn head: where the eyes are, how long it is, how its hair falls. In parts of the picture. */
const heads = {
  ann: { long: 0.42, wide: 0.3, eyes: 0.42, mouth: 0.68, hair: 0.2, colour: [40, 30, 25], wall: [210, 215, 220] },
  bob: { long: 0.3, wide: 0.36, eyes: 0.5, mouth: 0.62, hair: 0.62, colour: [200, 150, 60], wall: [60, 70, 90] },
} as const satisfies Record<Model, object>;

function draw(model: Model, moved: number): Image {
  const { long, wide, eyes, mouth, hair, colour, wall } = heads[model];
  const within = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  return paint(SIDE, (px, py): Colour => {
    const [x, y] = [(px - moved) / SIDE, py / SIDE];
    if (within(x, y, 0.38, eyes, 0.05, 0.03) || within(x, y, 0.62, eyes, 0.05, 0.03) || within(x, y, 0.5, mouth, 0.1, 0.03)) return [50, 25, 25];
    if (within(x, y, 0.5, 0.54, wide, long)) return [225, 180, 150];
    return within(x, y, 0.5, 0.5 - hair / 4, wide + 0.08, long + 0.06) ? colour : wall;
  });
}

/** The person as a camera sees them, or a little later, when they moved by so many points. */
export const see = (model: Model, moved = 0): Image => (real === undefined ? draw(model, moved) : cutOut(decode(readFileSync(photo)), places[model], moved));

/** A photo of the person: a file to choose. No picture is taken twice (S-56); another one of them is one where they `moved`. */
export const photoOf = (model: Model, moved = 0): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } => ({ name: `${model}.jpg`, mimeType: "image/jpeg", buffer: encode(see(model, moved)) });
