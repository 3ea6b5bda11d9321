import { fail, succeed } from "@guard/contract";
import type { FreshRecoveryCode, Result, TotpEnrolment } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
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
import { checkFresh, holdVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** Hands out a secret for an authenticator app; it is bound by its first code (R14, R18). Started again, the older secret is worth nothing. */
export const enrolTotp = (domain: Domain, caller: Caller): Promise<Result<TotpEnrolment>> => enrol(domain, caller, undefined);

/** The same for a client that shows the recovery code beside the secret; it is worth nothing until the app is bound. */
export async function enrolTotpWithRecovery(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment & FreshRecoveryCode>> {
  const { code: recoveryCode } = await mintRecovery(await domain.keys(), domain.random);
  const enrolled = await enrol(domain, caller, recoveryCode);
  return enrolled.ok ? succeed({ ...enrolled.value, recoveryCode }) : enrolled;
}

async function enrol(domain: Domain, caller: Caller, recoveryCode: string | undefined): Promise<Result<TotpEnrolment>> {
  const call = await callId(domain, "enrolTotp", caller, {});
  const tokenHash = await sha256(caller.token);
  const visit = await transact(domain.store, (tx) => visitForTotp(tx, domain, tokenHash, domain.clock.now()));
  if (!visit.ok) return refuse(domain, caller, tokenHash, visit);
  const { session, standing } = visit.value;
  const fresh = await makeEnrolment(domain, session.id, session.accountId, recoveryCode);
  const kept = await transact(domain.store, (tx) => keep(tx, domain, { caller, tokenHash, call, fresh }));
  if (!kept.ok) return kept;
  const handout = handOut(await secretOf(domain, kept.value), standing.application.name, standing.account.username);
  return succeed({ ...handout, expiresAt: kept.value.expiresAt, now: domain.clock.now() });
}

/** A visit that may bind an authenticator app now: fresh proof, no lock, and the application asks for such apps. */
export async function visitForTotp(tx: Tx, { runners }: Domain, tokenHash: string, now: number): Promise<Result<Visit>> {
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok) return visit;
  const { session, standing } = visit.value;
  const fresh = checkFresh(session, now);
  if (!fresh.ok) return fresh;
  const free = checkCounter(standing.account, now);
  if (!free.ok) return free;
  return runners.has("totp") && standing.policy.factors.includes("totp") ? visit : fail({ code: "factor_unavailable" });
}

async function refuse(domain: Domain, caller: Caller, tokenHash: string, refused: Extract<Result<never>, { ok: false }>): Promise<Result<never>> {
  await transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const visit = await holdVisit(tx, tokenHash, now);
    const whose = visit.ok ? { accountId: visit.value.session.accountId, app: visit.value.session.app } : {};
    await recordAudit(tx, caller, { event: "factor_enrol", result: "failure", reason: refused.error.code, factor: "totp", ...whose }, now);
  });
  return refused;
}

interface Start {
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly call: string | undefined;
  readonly fresh: FreshEnrolment;
}

/** The enrolment this very call started before, when its answer was lost (R12a), else the fresh one. */
async function keep(tx: Tx, domain: Domain, { caller, tokenHash, call, fresh }: Start): Promise<Result<FreshEnrolment>> {
  const now = domain.clock.now();
  const visit = await visitForTotp(tx, domain, tokenHash, now);
  if (!visit.ok) return visit;
  const before = await findCall(tx, call, now);
  const running = await findEnrolment(tx, fresh.holder, now);
  if (before?.at === "enrolling" && running?.id === before.id) return succeed(running);
  await startEnrolment(tx, fresh, now);
  await recordCall(tx, call, { at: "enrolling", id: fresh.id }, now);
  const { accountId, app } = visit.value.session;
  await recordAudit(tx, caller, { event: "factor_enrol", result: "success", accountId, app, factor: "totp" }, now);
  return succeed(fresh);
}
