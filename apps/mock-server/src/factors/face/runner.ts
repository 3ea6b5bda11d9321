import type { GuardError } from "@guard/contract";
import type { Keys } from "../../crypto/keys.ts";
import { isSealedEarlier, seal, unseal } from "../../crypto/seal.ts";
import type { FaceVerifier, Ports } from "../../ports.ts";
import { resealBinding } from "../../store/binding.ts";
import { spendPicture } from "../../store/face.ts";
import type { FactorRunner, Judge } from "../runner.ts";
import { describeFace } from "./describe.ts";
import { hashPicture, readPicture } from "./picture.ts";

/** Two pictures of one person were 0.07 to 0.19 apart, two people 0.49 and more; the customary 0.6 is too lax for a login. */
export const FACE_THRESHOLD = 0.45;

/** As many faces that don't match end the use of faces in a login (S-56). */
export const FACE_FAILURES = 5;

const unjudged = (error: GuardError): Judge => () => Promise.resolve({ unjudged: error });

/** The face factor: a picture is compared with the template that was bound. It tells no living face from a picture of one. */
export function createFaceRunner(face: FaceVerifier, { config, random }: Pick<Ports, "config" | "random">, keys: () => Promise<Keys>): FactorRunner {
  const { faceThreshold = FACE_THRESHOLD } = config;
  return {
    factor: "face",
    takes: "image",
    async prepare({ accountId, binding, image }) {
      // A face that is only being bound has nothing to be compared with.
      if (binding === undefined || binding.secret === null) return unjudged({ code: "conflict" });
      const { id, secret } = binding;
      const owner = { accountId, bindingId: id };
      const known = await unseal(await keys(), owner, secret);
      const picture = readPicture(image);
      if (picture === undefined) return unjudged({ code: "image_invalid" });
      const described = await describeFace(face, picture);
      if (!described.ok) return unjudged(described.error);
      const matches = face.distance(known, described.value) <= faceThreshold;
      const hash = await hashPicture(picture);
      const resealed = matches && isSealedEarlier(await keys(), secret) ? await seal(await keys(), random, owner, known) : undefined;
      return async (tx, now) => {
        if (!(await spendPicture(tx, accountId, hash, now))) return { unjudged: { code: "image_invalid" } };
        if (resealed !== undefined) await resealBinding(tx, id, resealed);
        return matches;
      };
    },
  };
}
