import { fail } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { hashPicture, readPicture } from "../factors/face/picture.ts";
import type { ImageRequest } from "../factors/face/picture.ts";
import { ask } from "./ask.ts";
import { turnPictureAway } from "./picture.ts";

/** Judges a picture of the face that is bound (R17). What is no picture is told so before anything is counted. */
export async function verifyFace(domain: Domain, caller: Caller, { image }: ImageRequest): Promise<Result<Completion>> {
  if (domain.face === undefined) return fail({ code: "not_supported" });
  const picture = readPicture(image);
  if (picture === undefined) return turnPictureAway(domain, caller, "code_verify", { code: "image_invalid" });
  return ask(domain, caller, { operation: "verifyFace", factor: "face", given: { kind: "image", image }, request: { picture: await hashPicture(picture) } });
}
