import * as v from "valibot";
import { enrolAccountFace } from "../../account/enrol-face.ts";
import { stepUpFace } from "../../account/step-up.ts";
import { enrolFace } from "../../challenge/enrol-face.ts";
import { verifyFace } from "../../challenge/verify-face.ts";
import type { Domain } from "../../domain.ts";
import { describeFace } from "../../factors/face/describe.ts";
import { readPicture } from "../../factors/face/picture.ts";
import { FACE_THRESHOLD } from "../../factors/face/runner.ts";
import { complete } from "../complete.ts";
import type { Holding } from "../holder.ts";
import { refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { takeUpload } from "../photo.ts";
import { signedIn } from "../signed-in.ts";
import type { AuthingUser } from "../user.ts";
import { admitFace } from "./admit-face.ts";

const Photo = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
export const FaceBody = v.object({ photo: Photo });
/** Python's client sends what it wants verified here too, by mistake. */
export const AssociateFaceBody = v.union([v.object({ photoA: Photo, photoB: Photo }), FaceBody]);

/** Binds a face by two photos of one person, or by one that is named twice. */
export async function associateFace(holding: Holding, body: v.InferOutput<typeof AssociateFaceBody>): Promise<Outcome<AuthingUser>> {
  if ("photo" in body) return verifyFaceOf(holding, body);
  const { kind, call } = holding;
  const { domain, caller } = call;
  const admitted = await admitFace(holding, "factor_bind");
  if (!admitted.ok) return refuse(admitted.error, domain.clock.now(), "face");
  const image = await takeUpload(call, body.photoA);
  const other = body.photoB === body.photoA ? image : await takeUpload(call, body.photoB);
  if (image === undefined || other === undefined) return refuse({ code: "image_invalid" }, domain.clock.now());
  if (other !== image && !(await isOnePerson(domain, image, other))) return refuse({ code: "face_no_match" }, domain.clock.now());
  if (kind === "session") return signedIn(call, await enrolAccountFace(domain, caller, { image }), "face");
  return complete(call, await enrolFace(domain, caller, { image }), "face");
}

export async function verifyFaceOf(holding: Holding, { photo }: v.InferOutput<typeof FaceBody>): Promise<Outcome<AuthingUser>> {
  const { kind, call } = holding;
  const { domain, caller } = call;
  const admitted = await admitFace(holding, "code_verify");
  if (!admitted.ok) return refuse(admitted.error, domain.clock.now(), "face");
  const image = await takeUpload(call, photo);
  if (image === undefined) return refuse({ code: "image_invalid" }, domain.clock.now());
  if (kind === "session") return signedIn(call, await stepUpFace(domain, caller, { image }), "face");
  return complete(call, await verifyFace(domain, caller, { image }), "face");
}

/** Whether two photos show the same face, before one of them is bound. Nobody's face is tried by this, so nothing is counted. */
async function isOnePerson({ face, config }: Domain, one: Uint8Array, other: Uint8Array): Promise<boolean> {
  const [left, right] = [readPicture(one), readPicture(other)];
  if (face === undefined || left === undefined || right === undefined) return false;
  const [first, second] = await Promise.all([describeFace(face, left), describeFace(face, right)]);
  return first.ok && second.ok && face.distance(first.value, second.value) <= (config.faceThreshold ?? FACE_THRESHOLD);
}
