import type { Completion, Result } from "@guard/contract";
import type { Call } from "./call.ts";
import { requireMfa } from "./mfa-required.ts";
import { refuse } from "./outcome.ts";
import type { Outcome, Tried } from "./outcome.ts";
import { toUser } from "./user.ts";
import type { AuthingUser } from "./user.ts";

/** A login as far as it got: the user, or what is still asked for. */
export async function complete(call: Call, result: Result<Completion>, tried?: Tried): Promise<Outcome<AuthingUser>> {
  if (!result.ok) return refuse(result.error, call.domain.clock.now(), tried);
  if (result.value.status === "challenge") return requireMfa(call, result.value.challenge);
  const { session, recoveryCode } = result.value;
  const user = toUser(session);
  if (recoveryCode === undefined) return { ok: true, data: user, endsLogin: true };
  return { ok: true, data: { ...user, recoveryCode }, beside: { recoveryCode }, endsLogin: true };
}
