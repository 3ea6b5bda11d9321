import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { seal } from "../../crypto/seal.ts";
import { newId } from "../../crypto/token.ts";
import type { Domain } from "../../domain.ts";
import type { FaceVerifier } from "../../ports.ts";
import { describeFace } from "./describe.ts";
import { hashPicture, readPicture } from "./picture.ts";

/** A face that was looked at and is not bound yet. */
export interface FaceEnrolment {
  /** The binding's id to be. */
  readonly id: string;
  /** The template, sealed for that row. */
  readonly secret: string;
  /** Names the picture, which is used up by enrolling it: who has a copy of it can't sign in with it. */
  readonly hash: string;
}

/** Looks at the face in a picture and seals what makes it known again (R17). Not in a transaction: it takes its time. */
export async function makeFaceEnrolment({ keys, random }: Domain, face: FaceVerifier, image: Uint8Array, accountId: string): Promise<Result<FaceEnrolment>> {
  const picture = readPicture(image);
  if (picture === undefined) return fail({ code: "image_invalid" });
  const described = await describeFace(face, picture);
  if (!described.ok) return described;
  const id = newId(random);
  return succeed({ id, secret: await seal(await keys(), random, { accountId, bindingId: id }, described.value), hash: await hashPicture(picture) });
}
