import type { Completion, ConfirmRequest, FreshRecoveryCode, Result, TotpEnrolment } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { bindByFirstCode } from "../enrolment/first-code.ts";
import { handOutSecret, handOutSecretWithRecovery } from "../enrolment/hand-out.ts";
import type { Place } from "../enrolment/place.ts";
import { callId } from "../idempotency.ts";
import { clearTries } from "../store/account.ts";
import { accept } from "./accept.ts";
import type { Completing } from "./accept.ts";
import { lock, prepareCompletion, reissue } from "./ask.ts";
import type { Open } from "./offer.ts";
import { openToBind } from "./open-to-bind.ts";

/** Hands out a secret for an authenticator app, where the login may bind one (R8, R14). */
export async function startTotp(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment>> {
  return handOutSecret({ ...(await inChallenge(domain, caller)), operation: "startTotp" });
}

/** The same with the recovery code that is shown beside the secret. */
export async function startTotpWithRecovery(domain: Domain, caller: Caller): Promise<Result<TotpEnrolment & FreshRecoveryCode>> {
  return handOutSecretWithRecovery({ ...(await inChallenge(domain, caller)), operation: "startTotp" });
}

/** Binds the authenticator app by its first code and completes the login (R14). */
export async function confirmTotp(domain: Domain, caller: Caller, request: v.InferOutput<typeof ConfirmRequest>): Promise<Result<Completion>> {
  const call = await callId(domain, "confirmTotp", caller, request);
  const completing: Completing = { ...(await prepareCompletion(domain, caller, "totp")), enrols: true };
  return bindByFirstCode<Open, Completion>({
    ...(await inChallenge(domain, caller)),
    call,
    code: request.code,
    recovery: completing.recovery,
    event: "code_verify",
    accept: async (tx, open, app, recovery, now) => {
      await clearTries(tx, open.row.accountId);
      return accept(tx, { ...completing, recovery }, open, { ...app, target: null }, now);
    },
    reissue: (tx, _holder, before, recovery, now) => reissue(tx, { ...completing, recovery }, before, now),
  });
}

async function inChallenge(domain: Domain, caller: Caller): Promise<Place<Open>> {
  const tokenHash = await sha256(caller.token);
  return { domain, caller, lock: (tx) => lock(tx, { tokenHash }), find: (tx, now) => openToBind(tx, domain, tokenHash, "totp", now) };
}
