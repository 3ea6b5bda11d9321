import type { SentFactor } from "@guard/contract";
import { verifySignInCode } from "../sign-in/by-code/verify.ts";
import type { Call } from "./call.ts";
import { complete } from "./complete.ts";
import { refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import type { AuthingUser } from "./user.ts";

/** Signs in by a code alone, where the application has that switched on (R2a). */
export async function loginByCode(call: Call, factor: SentFactor, address: string, code: string): Promise<Outcome<AuthingUser>> {
  const { domain, app, caller } = call;
  if (address.includes("@") !== (factor === "email")) return refuse({ code: "target_invalid" }, domain.clock.now());
  const result = await verifySignInCode(domain, { ...caller, token: "" }, { app, identifier: address, code });
  return !result.ok && result.error.code === "challenge_expired" ? refuseOver(domain.clock.now()) : complete(call, result);
}

/** There is no login that could be over, which 2021 would say: nothing was sent, or it was tried too often. `reason` still tells which. */
function refuseOver(now: number): Outcome<never> {
  const { refusal } = refuse({ code: "code_invalid" }, now);
  return { ok: false, refusal: { ...refusal, data: { ...refusal.data, reason: "challenge_expired" } } };
}
