import { fail, succeed } from "@guard/contract";
import type { ConfirmRequest, FreshRecoveryCode, Result, TotpEnrolment } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { bindByFirstCode } from "../enrolment/first-code.ts";
import type { EnrolledApp } from "../enrolment/first-code.ts";
import { handOutSecret, handOutSecretWithRecovery } from "../enrolment/hand-out.ts";
import type { HandOut } from "../enrolment/hand-out.ts";
import type { Ground, Place } from "../enrolment/place.ts";
import { mintRecovery } from "../factors/recovery/code.ts";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { callId } from "../idempotency.ts";
import { factorBound } from "../notices/factor-bound.ts";
import { noticeFor } from "../notices/notice.ts";
import { recordAudit } from "../store/audit.ts";
import { deleteBindingOfFactor, insertBinding } from "../store/binding.ts";
import { killDevices } from "../store/device.ts";
import { putRecoveryCode } from "../store/recovery-code.ts";
import type { Tx } from "../store/transaction.ts";
import type { Accepted, Holder } from "../tries/trial.ts";
import { lockBySession } from "./session-try.ts";
import { checkFresh, holdVisit } from "./visit.ts";

/** Hands out a secret for an authenticator app in the personal centre (R14, R18). */
export async function enrolTotp(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment>> {
  return handOutSecret(await asking(domain, caller));
}

/** The same with the recovery code that is shown beside the secret. */
export async function enrolTotpWithRecovery(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment & FreshRecoveryCode>> {
  return handOutSecretWithRecovery(await asking(domain, caller));
}

/** Binds the authenticator app by its first code and answers the recovery code (R14). */
export async function confirmAccountTotp(domain: Domain, caller: Caller, request: v.InferOutput<typeof ConfirmRequest>): Promise<Result<FreshRecoveryCode>> {
  return bindByFirstCode<Ground, FreshRecoveryCode>({
    ...(await inVisit(domain, caller)),
    call: await callId(domain, "confirmAccountTotp", caller, request),
    code: request.code,
    recovery: await mintRecovery(await domain.keys(), domain.random),
    event: "factor_bind",
    accept: async (tx, ground, app, recovery, now) => {
      const { account, application } = ground.standing;
      await bind(tx, ground, app, now);
      const told = await tellRecovery(tx, account.id, recovery, now);
      return succeed({ ...told, notices: noticeFor(account, factorBound(application.name, "totp")) });
    },
    reissue: (tx, holder, _before, recovery, now) => tellAgain(tx, caller, holder, recovery, now),
  });
}

async function asking(domain: Domain, caller: Caller): Promise<HandOut> {
  return { ...(await inVisit(domain, caller)), operation: "enrolTotp" };
}

async function inVisit(domain: Domain, caller: Caller): Promise<Place<Ground>> {
  const tokenHash = await sha256(caller.token);
  return { domain, caller, lock: (tx, now) => lockBySession(tx, tokenHash, now), find: (tx, now) => find(tx, domain, tokenHash, now) };
}

/** A fresh proof, no lock, and an application that asks for such apps. */
async function find(tx: Tx, { runners }: Domain, tokenHash: string, now: number): Promise<Result<Ground>> {
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok) return visit;
  const { session, standing } = visit.value;
  const fresh = checkFresh(session, now);
  if (!fresh.ok) return fresh;
  const free = checkCounter(standing.account, now);
  if (!free.ok) return free;
  return runners.has("totp") && standing.policy.factors.includes("totp") ? succeed({ row: session, standing }) : fail({ code: "factor_unavailable" });
}

/** An older app of this scope makes room (R16a), and no device stays trusted (R24). */
async function bind(tx: Tx, { row: { accountId }, standing }: Ground, app: EnrolledApp, now: number): Promise<void> {
  const { scope } = standing.policy;
  await deleteBindingOfFactor(tx, accountId, "totp", scope);
  await insertBinding(tx, { ...app, accountId, factor: "totp", scope, target: null, boundAt: now });
  await killDevices(tx, accountId);
}

async function tellRecovery(tx: Tx, accountId: string, { code, mac }: MintedRecovery, now: number): Promise<Omit<Accepted<FreshRecoveryCode>, "notices">> {
  await putRecoveryCode(tx, accountId, mac, now);
  return { answer: { recoveryCode: code, now }, state: { at: "acknowledged" } };
}

/** The lost answer's recovery code can't be told again, only replaced (R12a). */
async function tellAgain(tx: Tx, caller: Caller, { account, app }: Holder, recovery: MintedRecovery, now: number): Promise<Result<Accepted<FreshRecoveryCode>>> {
  const told = await tellRecovery(tx, account.id, recovery, now);
  await recordAudit(tx, caller, { event: "factor_bind", result: "success", accountId: account.id, app, factor: "totp" }, now);
  return succeed({ ...told, notices: [] });
}
