import { BASE_PATH, endpoints } from "@guard/contract";
import { utf8 } from "../crypto/encoding.ts";
import { join, uint32 } from "../factors/face/bytes.ts";
import type { FaceReading, FaceVerifier } from "../ports.ts";
import { readAnswer } from "./rig.ts";
import type { Answer, CallOptions, Rig } from "./rig.ts";

// Pictures that say who is on them, and a provider that believes them: everything around it is the real thing.

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const big = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** One chunk of a PNG, with a checksum that nobody looks at. */
export const pngChunk = (type: string, content: Uint8Array): Uint8Array => join([Uint8Array.from(big(content.length)), utf8(type), content, Uint8Array.of(0, 0, 0, 0)]);

export const pngHeader = (width: number, height: number): Uint8Array => pngChunk("IHDR", Uint8Array.from([...big(width), ...big(height), 8, 2, 0, 0, 0]));

export const png = (...chunks: readonly Uint8Array[]): Uint8Array => join([SIGNATURE, ...chunks, pngChunk("IEND", new Uint8Array())]);

/** A picture. `says` is a place on a line, where a person's pictures are near each other, or what is wrong with it; no two are the same bytes unless `nonce` says so. */
export function picture(says: number | "no-face" | "several-faces" | "unreadable" | "busy", nonce: string = crypto.randomUUID()): Uint8Array {
  return png(pngHeader(640, 480), pngChunk("IDAT", utf8(`${says} ${nonce}`)));
}

/** Ann is at 0; her pictures are up to 0.2 away, anybody else's 0.5 and more. */
export const ann = (nonce?: string): Uint8Array => picture(0.1, nonce);
export const bob = (nonce?: string): Uint8Array => picture(0.7, nonce);

export const fakeFaces: FaceVerifier = {
  describe: async ({ bytes }) => {
    // The signature and the header are 33 bytes; then the length and the name of IDAT.
    const says = new TextDecoder().decode(bytes.subarray(41, 41 + uint32(bytes, 33))).split(" ")[0] ?? "";
    await Promise.resolve();
    return Number.isNaN(Number(says)) ? { kind: says as Exclude<FaceReading["kind"], "template"> } : { kind: "template", template: utf8(says) };
  },
  distance: (left, right) => Math.abs(numberIn(left) - numberIn(right)),
};

const numberIn = (template: Uint8Array): number => Number(new TextDecoder().decode(template));

/** Calls an operation whose body is a picture. */
export async function show(rig: Rig, operation: "verifyFace" | "enrolFace" | "stepUpFace" | "enrolAccountFace", image: Uint8Array, { token = "", key, headers = {} }: CallOptions = {}): Promise<Answer> {
  const sent = { authorization: `Bearer ${token}`, "content-type": "image/png", ...(key === undefined ? {} : { "idempotency-key": key }), ...headers };
  const request = new Request(`http://localhost${BASE_PATH}${endpoints[operation].path}`, { method: "POST", headers: sent, body: new Uint8Array(image) });
  return readAnswer(await rig.app.fetch(request, { ip: "203.0.113.7" }));
}
