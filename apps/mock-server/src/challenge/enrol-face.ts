import { fail, succeed } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import { seal } from "../crypto/seal.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { describeFace } from "../factors/face/describe.ts";
import { hashPicture, readPicture } from "../factors/face/picture.ts";
import { callId } from "../idempotency.ts";
import { mintCompletion } from "../sign-in/complete-login.ts";
import { lockAccountOfChallenge } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { spendPicture } from "../store/face.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { Binding } from "../store/schema.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { accept } from "./accept.ts";
import { reissue } from "./ask.ts";
import type { Asked, ChallengeTry } from "./ask.ts";
import { findOffer } from "./offer.ts";
import { openChallenge } from "./open.ts";
import { turnPictureAway } from "./picture.ts";
import type { ImageRequest } from "./verify-face.ts";

interface Enrolment extends ChallengeTry {
  readonly call: string | undefined;
  /** Names the picture, which is used up by enrolling it: who has a copy of it can't sign in with it. */
  readonly hash: string;
}

/** Binds the face in a picture during a login and completes it (R8, R17). There is nothing to guess, so nothing is counted. */
export async function enrolFace(domain: Domain, caller: Caller, { image }: ImageRequest): Promise<Result<Completion>> {
  const { face } = domain;
  if (face === undefined) return fail({ code: "not_supported" });
  const picture = readPicture(image);
  if (picture === undefined) return turnPictureAway(domain, caller, "factor_bind", { code: "image_invalid" });
  const enrolment = await begin(domain, caller, await hashPicture(picture));
  const found = await transact(domain.store, (tx) => find(tx, enrolment));
  if (found.kind === "answered") return found.answer;
  const described = await describeFace(face, picture);
  if (!described.ok) return turnPictureAway(domain, caller, "factor_bind", described.error);
  const id = newId(domain.random);
  const secret = await seal(await domain.keys(), domain.random, { accountId: found.asked.row.accountId, bindingId: id }, described.value);
  return transact(domain.store, (tx) => settle(tx, enrolment, { id, secret }));
}

async function begin(domain: Domain, caller: Caller, hash: string): Promise<Enrolment> {
  const call = await callId(domain, "enrolFace", caller, { picture: hash });
  return { domain, caller, call, hash, factor: "face", tokenHash: await sha256(caller.token), minted: await mintCompletion(domain.random) };
}

type Found = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "found"; readonly asked: Asked };

/** The answer this call got before, or the login that may bind a face now. */
async function find(tx: Tx, enrolment: Enrolment): Promise<Found> {
  const { domain, caller, call, tokenHash } = enrolment;
  const now = domain.clock.now();
  const account = await lockAccountOfChallenge(tx, tokenHash);
  const before = await findCall(tx, call, now);
  if (account !== undefined && before?.at === "accepted") {
    const again = await reissue(tx, enrolment, account, before, now);
    if (!again.ok) return { kind: "answered", answer: again };
    await recordCall(tx, call, again.value.state, now);
    return { kind: "answered", answer: succeed(again.value.answer) };
  }
  const asked = await findBindable(tx, enrolment, now);
  if (asked.ok) return { kind: "found", asked: asked.value };
  const whose = account === undefined ? {} : { accountId: account.id };
  await recordAudit(tx, caller, { event: "factor_bind", result: "failure", reason: asked.error.code, factor: "face", ...whose }, now);
  return { kind: "answered", answer: asked };
}

async function findBindable(tx: Tx, { domain, tokenHash }: Enrolment, now: number): Promise<Result<Asked>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const { row, standing } = open.value;
  if (row.need !== "bind") return fail({ code: "bind_not_allowed" });
  const offer = findOffer(open.value, domain.runners, "face");
  if (offer === undefined) return fail({ code: "factor_unavailable" });
  const { runner, purpose, target, binding } = offer;
  return succeed({ row, standing, runner, subject: { accountId: row.accountId, app: row.app, purpose, target, binding } });
}

/** The picture took its time: whatever changed meanwhile is judged here, under the account's row lock. */
async function settle(tx: Tx, enrolment: Enrolment, bound: Pick<Binding, "id" | "secret">): Promise<Result<Completion>> {
  const { domain, caller, call, hash } = enrolment;
  const now = domain.clock.now();
  const found = await find(tx, enrolment);
  if (found.kind === "answered") return found.answer;
  const { accountId, app } = found.asked.row;
  if (!(await spendPicture(tx, accountId, hash, now))) {
    await recordAudit(tx, caller, { event: "factor_bind", result: "failure", reason: "image_invalid", accountId, app, factor: "face" }, now);
    return fail({ code: "image_invalid" });
  }
  const accepted = await accept(tx, enrolment, found.asked, now, bound);
  if (!accepted.ok) return accepted;
  await recordCall(tx, call, accepted.value.state, now);
  return succeed(accepted.value.answer);
}
