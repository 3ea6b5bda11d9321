import { fail, succeed } from "@guard/contract";
import type { Acknowledged, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { makeFaceEnrolment } from "../factors/face/enrolment.ts";
import type { FaceEnrolment } from "../factors/face/enrolment.ts";
import { hashPicture } from "../factors/face/picture.ts";
import type { ImageRequest } from "../factors/face/picture.ts";
import { factorBound } from "../notices/factor-bound.ts";
import { noticeFor } from "../notices/notice.ts";
import type { FaceVerifier } from "../ports.ts";
import { deleteBindingOfFactor, insertBinding } from "../store/binding.ts";
import { killDevices } from "../store/device.ts";
import { spendPicture } from "../store/face.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { acknowledgeAgain, change } from "./change.ts";
import type { Change } from "./change.ts";
import { checkFresh, openVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** Binds the face in a picture, in the application's scope; an older one makes room (R16a, R17, R18). There is nothing to guess, so nothing is counted. */
export async function enrolAccountFace(domain: Domain, caller: Caller, { image }: ImageRequest): Promise<Result<Acknowledged>> {
  const { face } = domain;
  if (face === undefined) return fail({ code: "not_supported" });
  const enrolment = await lookAt(domain, caller, face, image);
  return change({
    domain, caller,
    request: { picture: await hashPicture({ bytes: image }) },
    operation: "enrolAccountFace",
    event: "factor_bind",
    factor: "face",
    make: async (tx, visit, now) => (enrolment.ok ? bind(tx, visit, enrolment.value, now) : enrolment),
    again: acknowledgeAgain,
  });
}

/** Who may not bind one now is not worth a second of arithmetic. */
async function lookAt(domain: Domain, caller: Caller, face: FaceVerifier, image: Uint8Array): Promise<Result<FaceEnrolment>> {
  const tokenHash = await sha256(caller.token);
  const now = domain.clock.now();
  const visit = await transact(domain.store, (tx) => openVisit(tx, tokenHash, now));
  if (!visit.ok) return visit;
  const allowed = checkAllowed(visit.value, now);
  return allowed.ok ? makeFaceEnrolment(domain, face, image, visit.value.session.accountId) : allowed;
}

/** A fresh proof, no lock, and an application that asks for faces. Pure. */
function checkAllowed({ session, standing }: Visit, now: number): Result<true> {
  const fresh = checkFresh(session, now);
  if (!fresh.ok) return fresh;
  const free = checkCounter(standing.account, now);
  if (!free.ok) return free;
  return standing.policy.factors.includes("face") ? succeed(true) : fail({ code: "factor_unavailable" });
}

async function bind(tx: Tx, visit: Visit, { id, secret, hash }: FaceEnrolment, now: number): Promise<Result<Change<Acknowledged>>> {
  const { account, application, policy } = visit.standing;
  const allowed = checkAllowed(visit, now);
  if (!allowed.ok) return allowed;
  if (!(await spendPicture(tx, account.id, hash, now))) return fail({ code: "image_invalid" });
  await deleteBindingOfFactor(tx, account.id, "face", policy.scope);
  await insertBinding(tx, { id, accountId: account.id, factor: "face", scope: policy.scope, target: null, secret, boundAt: now });
  await killDevices(tx, account.id);
  return succeed({ answer: { now }, notices: noticeFor(account, factorBound(application.name, "face")) });
}
