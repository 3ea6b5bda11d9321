import { succeed } from "@guard/contract";
import type { Completion, ConfirmRequest, FreshRecoveryCode, Result, TotpEnrolment } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { mintRecovery } from "../factors/recovery/code.ts";
import { makeEnrolment, recoveryOfEnrolment, secretOf, stepOfEnrolment } from "../factors/totp/enrolment.ts";
import type { FreshEnrolment } from "../factors/totp/enrolment.ts";
import { handOut } from "../factors/totp/otp.ts";
import { callId } from "../idempotency.ts";
import { postNotices } from "../notices/post.ts";
import { lockAccountOfChallenge } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { findEnrolment, startEnrolment } from "../store/totp-enrolment.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { prepareCompletion } from "./ask.ts";
import { beginConfirm, settleConfirm } from "./confirm-totp.ts";
import type { Confirming } from "./confirm-totp.ts";
import { openToBind } from "./open-to-bind.ts";

/** Hands out a secret for an authenticator app, where the login may bind one (R8, R14). Started again, the older secret is worth nothing. */
export const startTotp = (domain: Domain, caller: Caller): Promise<Result<TotpEnrolment>> => start(domain, caller, undefined);

/** The same for a client that shows the recovery code beside the secret; it is worth nothing until the app is bound. */
export async function startTotpWithRecovery(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment & FreshRecoveryCode>> {
  const { code: recoveryCode } = await mintRecovery(await domain.keys(), domain.random);
  const started = await start(domain, caller, recoveryCode);
  return started.ok ? succeed({ ...started.value, recoveryCode }) : started;
}

async function start(domain: Domain, caller: Caller, recoveryCode: string | undefined): Promise<Result<TotpEnrolment>> {
  const call = await callId(domain, "startTotp", caller, {});
  const tokenHash = await sha256(caller.token);
  const open = await transact(domain.store, (tx) => openToBind(tx, domain, tokenHash, "totp", domain.clock.now()));
  if (!open.ok) return open;
  const { row, standing } = open.value;
  const fresh = await makeEnrolment(domain, row.id, row.accountId, recoveryCode);
  const kept = await transact(domain.store, (tx) => keepEnrolment(tx, domain, { caller, tokenHash, call, fresh }));
  if (!kept.ok) return kept;
  const handout = handOut(await secretOf(domain, kept.value), standing.application.name, standing.account.username);
  return succeed({ ...handout, expiresAt: kept.value.expiresAt, now: domain.clock.now() });
}

/** Binds the authenticator app by its first code and completes the login (R14). Not counted into the lock; the enrolment counts by itself (R11). */
export async function confirmTotp(domain: Domain, caller: Caller, request: v.InferOutput<typeof ConfirmRequest>): Promise<Result<Completion>> {
  const call = await callId(domain, "confirmTotp", caller, request);
  const confirming: Confirming = { ...(await prepareCompletion(domain, caller, "totp")), enrols: true, call };
  const begun = await transact(domain.store, (tx) => beginConfirm(tx, confirming));
  if (begun.kind === "answered") return begun.answer;
  const step = await stepOfEnrolment(domain, begun.enrolment, request.code);
  const recovery = (await recoveryOfEnrolment(domain, begun.enrolment)) ?? confirming.recovery;
  const { answer, notices } = await transact(domain.store, (tx) => settleConfirm(tx, { ...confirming, recovery }, begun.enrolment, step));
  postNotices(domain, notices);
  return answer;
}

interface Start {
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly call: string | undefined;
  readonly fresh: FreshEnrolment;
}

/** The enrolment this very call started before, when its answer was lost (R12a), else the fresh one. */
async function keepEnrolment(tx: Tx, domain: Domain, { caller, tokenHash, call, fresh }: Start): Promise<Result<FreshEnrolment>> {
  const now = domain.clock.now();
  await lockAccountOfChallenge(tx, tokenHash);
  const open = await openToBind(tx, domain, tokenHash, "totp", now);
  if (!open.ok) return open;
  const before = await findCall(tx, call, now);
  const standing = await findEnrolment(tx, fresh.holder, now);
  if (before?.at === "enrolling" && standing?.id === before.id) return succeed(standing);
  await startEnrolment(tx, fresh, now);
  await recordCall(tx, call, { at: "enrolling", id: fresh.id }, now);
  const { accountId, app } = open.value.row;
  await recordAudit(tx, caller, { event: "factor_enrol", result: "success", accountId, app, factor: "totp" }, now);
  return succeed(fresh);
}
