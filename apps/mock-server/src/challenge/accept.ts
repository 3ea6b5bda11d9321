import type { Completion, Result } from "@guard/contract";
import { newId } from "../crypto/token.ts";
import { beginningOf } from "../sign-in/beginning.ts";
import { completeLogin } from "../sign-in/complete-login.ts";
import { clearTries } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEvent } from "../store/audit.ts";
import { insertBinding } from "../store/binding.ts";
import { burnChallenge, reviveChallenges } from "../store/challenge.ts";
import { recordCall } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";
import type { VerifyCall } from "./attempt.ts";
import { checkCounter } from "./open.ts";
import type { Offer, Open } from "./offer.ts";

/** The code was right: all three counters go, the challenge burns, a new address is bound, the login completes. */
export async function accept(tx: Tx, verify: VerifyCall, open: Open, offer: Offer, now: number): Promise<Result<Completion>> {
  const { row, standing } = open;
  const { account } = standing;
  const { factor } = verify.request;
  const record = (event: AuditEvent) => recordAudit(tx, verify.caller, { event, result: "success", accountId: account.id, app: row.app, factor }, now);
  await clearTries(tx, account.id);
  if (!checkCounter(account, now).ok) {
    await reviveChallenges(tx, account.id, now);
    await record("account_unlock");
  }
  if (!(await burnChallenge(tx, row.id, now))) throw new Error("A burnt challenge was about to be accepted under its account's row lock.");
  if (offer.purpose === "bind") {
    await bindTarget(tx, verify, open, offer, now);
    await record("factor_bind");
  }
  await record("code_verify");
  const completed = await completeLogin(tx, verify.domain.runners, { standing, began: beginningOf(row), proven: [factor], redirectUri: row.redirectUri }, verify.minted, now);
  if (!completed.ok) return completed;
  await recordCall(tx, verify.call, completed.value.state, now);
  return { ok: true, value: completed.value.completion };
}

/** Binds the target whose code came back, whatever was entered since (S-27). */
async function bindTarget(tx: Tx, { domain, request }: VerifyCall, { row, standing }: Open, { target }: Offer, now: number): Promise<void> {
  await insertBinding(tx, {
    id: newId(domain.random),
    accountId: row.accountId,
    factor: request.factor,
    scope: standing.policy.scope,
    target,
    secret: null,
    boundAt: now,
  });
}
