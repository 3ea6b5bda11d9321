import { stepUp } from "../../account/step-up.ts";
import { confirmTotpWithRecovery } from "../../challenge/totp.ts";
import { verifyCode, verifyRecoveryCode } from "../../challenge/verify.ts";
import { callId } from "../../idempotency.ts";
import { findCall } from "../../store/idempotency.ts";
import { transact } from "../../store/transaction.ts";
import type { Call } from "../call.ts";
import { complete } from "../complete.ts";
import type { Holding } from "../holder.ts";
import { refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { signedIn } from "../signed-in.ts";
import type { AuthingUser } from "../user.ts";
import { asConfirmation } from "./enrol-totp.ts";

/** Judges a code of an authenticator app. */
export async function verifyTotp({ kind, call }: Holding, { totp: code }: { readonly totp: string }): Promise<Outcome<AuthingUser>> {
  const { domain, caller } = call;
  if (kind === "session") return signedIn(call, await stepUp(domain, caller, { factor: "totp", code }), "totp");
  if (await wasConfirmed(call, code)) return complete(call, await confirmTotpWithRecovery(domain, asConfirmation(caller), { code }), "totp");
  return complete(call, await verifyCode(domain, caller, { factor: "totp", code }), "totp");
}

/**
 * The SDK throws away what a confirmed enrolment answers, and with it the session; then its user verifies with the same
 * code and token. That is the same call again, and is told the same again (R12a).
 */
async function wasConfirmed({ domain, caller }: Call, code: string): Promise<boolean> {
  const call = await callId(domain, "confirmTotp", asConfirmation(caller), { code });
  const before = await transact(domain.store, (tx) => findCall(tx, call, domain.clock.now()));
  return before?.at === "accepted" || before?.at === "challenged";
}

/** Judges a recovery code; the new one comes with the user. It completes logins and proves nothing to who is signed in. */
export async function verifyRecovery({ kind, call }: Holding, { recoveryCode: code }: { readonly recoveryCode: string }): Promise<Outcome<AuthingUser>> {
  if (kind === "session") return refuse({ code: "factor_unavailable" }, call.domain.clock.now());
  return complete(call, await verifyRecoveryCode(call.domain, call.caller, { code }), "recovery");
}
