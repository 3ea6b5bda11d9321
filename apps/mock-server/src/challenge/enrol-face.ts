import { fail, succeed } from "@guard/contract";
import type { Completion, GuardError, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { makeFaceEnrolment } from "../factors/face/enrolment.ts";
import type { FaceEnrolment } from "../factors/face/enrolment.ts";
import { hashPicture } from "../factors/face/picture.ts";
import type { ImageRequest } from "../factors/face/picture.ts";
import { callId } from "../idempotency.ts";
import { postNotices } from "../notices/post.ts";
import { recordAudit } from "../store/audit.ts";
import { spendPicture } from "../store/face.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Settled } from "../tries/settle.ts";
import type { Holder } from "../tries/trial.ts";
import { accept } from "./accept.ts";
import type { Completing } from "./accept.ts";
import { lock, prepareCompletion, reissue } from "./ask.ts";
import type { Open } from "./offer.ts";
import { openToBind } from "./open-to-bind.ts";
import { turnPictureAway } from "./picture.ts";

interface Enrolling extends Completing {
  readonly call: string | undefined;
}

/** Binds the face in a picture during a login and completes it (R8, R17). There is nothing to guess, so nothing is counted. */
export async function enrolFace(domain: Domain, caller: Caller, { image }: ImageRequest): Promise<Result<Completion>> {
  const { face } = domain;
  if (face === undefined) return fail({ code: "not_supported" });
  const call = await callId(domain, "enrolFace", caller, { picture: await hashPicture({ bytes: image }) });
  const enrolling: Enrolling = { ...(await prepareCompletion(domain, caller, "face")), call };
  const found = await transact(domain.store, (tx) => find(tx, enrolling));
  if (found.kind === "answered") return found.answer;
  const enrolment = await makeFaceEnrolment(domain, face, image, found.open.row.accountId);
  if (!enrolment.ok) return turnPictureAway(domain, caller, "factor_bind", enrolment.error);
  const { answer, notices } = await transact(domain.store, (tx) => settle(tx, enrolling, enrolment.value));
  postNotices(domain, notices);
  return answer;
}

type Found = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "found"; readonly open: Open };

/** The answer this call got before (R12a), or the login that may bind a face now. */
async function find(tx: Tx, enrolling: Enrolling): Promise<Found> {
  const { domain, call, tokenHash } = enrolling;
  const now = domain.clock.now();
  const holder = await lock(tx, enrolling);
  if (!holder.ok) return { kind: "answered", answer: await refuse(tx, enrolling, undefined, holder.error, now) };
  const before = await findCall(tx, call, now);
  if (before?.at === "accepted" || before?.at === "challenged") {
    const again = await reissue(tx, enrolling, before, now);
    if (!again.ok) return { kind: "answered", answer: again };
    await recordCall(tx, call, again.value.state, now);
    return { kind: "answered", answer: succeed(again.value.answer) };
  }
  const open = await openToBind(tx, domain, tokenHash, "face", now);
  return open.ok ? { kind: "found", open: open.value } : { kind: "answered", answer: await refuse(tx, enrolling, holder.value, open.error, now) };
}

/** The picture took its time: whatever changed meanwhile is judged here, under the account's row lock. */
async function settle(tx: Tx, enrolling: Enrolling, { id, secret, hash }: FaceEnrolment): Promise<Settled<Completion>> {
  const now = enrolling.domain.clock.now();
  const found = await find(tx, enrolling);
  if (found.kind === "answered") return { answer: found.answer, notices: [] };
  const { row, standing } = found.open;
  if (!(await spendPicture(tx, row.accountId, hash, now))) {
    return { answer: await refuse(tx, enrolling, { account: standing.account, app: row.app }, { code: "image_invalid" }, now), notices: [] };
  }
  const accepted = await accept(tx, enrolling, found.open, { id, target: null, secret }, now);
  if (!accepted.ok) return { answer: accepted, notices: [] };
  await recordCall(tx, enrolling.call, accepted.value.state, now);
  return { answer: succeed(accepted.value.answer), notices: accepted.value.notices };
}

async function refuse(tx: Tx, { caller }: Enrolling, holder: Holder | undefined, error: GuardError, now: number): Promise<Result<never>> {
  const whose = holder === undefined ? {} : { accountId: holder.account.id, app: holder.app };
  await recordAudit(tx, caller, { event: "factor_bind", result: "failure", reason: error.code, factor: "face", ...whose }, now);
  return fail(error);
}
