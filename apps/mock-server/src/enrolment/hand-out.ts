import { succeed } from "@guard/contract";
import type { FreshRecoveryCode, GuardError, Result, TotpEnrolment } from "@guard/contract";
import { mintRecovery } from "../factors/recovery/code.ts";
import { makeEnrolment, secretOf } from "../factors/totp/enrolment.ts";
import type { FreshEnrolment } from "../factors/totp/enrolment.ts";
import { handOut } from "../factors/totp/otp.ts";
import { callId } from "../idempotency.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { findEnrolment, startEnrolment } from "../store/totp-enrolment.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Holder } from "../tries/trial.ts";
import type { Ground, Place } from "./place.ts";

/** A call that asks for a secret. */
export interface HandOut extends Place<Ground> {
  readonly operation: "startTotp" | "enrolTotp";
}

/** Hands out a secret for an authenticator app; it is bound by its first code (R14). Started again, the older secret is worth nothing. */
export const handOutSecret = (call: HandOut): Promise<Result<TotpEnrolment>> => start(call, undefined);

/** The same for a client that shows the recovery code beside the secret; it is worth nothing until the app is bound. */
export async function handOutSecretWithRecovery(call: HandOut): Promise<Result<TotpEnrolment & FreshRecoveryCode>> {
  const { code: recoveryCode } = await mintRecovery(await call.domain.keys(), call.domain.random);
  const started = await start(call, recoveryCode);
  return started.ok ? succeed({ ...started.value, recoveryCode }) : started;
}

async function start(place: HandOut, recoveryCode: string | undefined): Promise<Result<TotpEnrolment>> {
  const { domain } = place;
  const call = await callId(domain, place.operation, place.caller, {});
  const found = await transact(domain.store, (tx) => enter(tx, place, domain.clock.now()));
  if (!found.ok) return found;
  const { row, standing } = found.value;
  const fresh = await makeEnrolment(domain, row.id, row.accountId, recoveryCode);
  const kept = await transact(domain.store, (tx) => keep(tx, place, call, fresh));
  if (!kept.ok) return kept;
  const handout = handOut(await secretOf(domain, kept.value), standing.application.name, standing.account.username);
  return succeed({ ...handout, expiresAt: kept.value.expiresAt, now: domain.clock.now() });
}

async function enter(tx: Tx, place: HandOut, now: number): Promise<Result<Ground>> {
  const holder = await place.lock(tx, now);
  const found = holder.ok ? await place.find(tx, now) : holder;
  if (!found.ok) await recordRefusal(tx, place, holder.ok ? holder.value : undefined, found.error, now);
  return found;
}

/** `holder` is missing where the token opens nothing. */
function recordRefusal(tx: Tx, { caller }: HandOut, holder: Holder | undefined, { code: reason }: GuardError, now: number): Promise<void> {
  const whose = holder === undefined ? {} : { accountId: holder.account.id, app: holder.app };
  return recordAudit(tx, caller, { event: "factor_enrol", result: "failure", reason, factor: "totp", ...whose }, now);
}

/** The enrolment this very call started before, when its answer was lost (R12a), else the fresh one. */
async function keep(tx: Tx, place: HandOut, call: string | undefined, fresh: FreshEnrolment): Promise<Result<FreshEnrolment>> {
  const now = place.domain.clock.now();
  const found = await enter(tx, place, now);
  if (!found.ok) return found;
  const before = await findCall(tx, call, now);
  const running = await findEnrolment(tx, fresh.holder, now);
  if (before?.at === "enrolling" && running?.id === before.id) return succeed(running);
  await startEnrolment(tx, fresh, now);
  await recordCall(tx, call, { at: "enrolling", id: fresh.id }, now);
  const { accountId, app } = found.value.row;
  await recordAudit(tx, place.caller, { event: "factor_enrol", result: "success", accountId, app, factor: "totp" }, now);
  return succeed(fresh);
}
