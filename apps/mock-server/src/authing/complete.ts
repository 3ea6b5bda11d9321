import type { Completion, Result } from "@guard/contract";
import type { Call } from "./call.ts";
import { requireMfa } from "./mfa-required.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome, Tried } from "./outcome.ts";
import { toUser } from "./user.ts";
import type { AuthingUser } from "./user.ts";

/** A login as far as it got: the user, or what is still asked for. */
export async function complete(call: Call, result: Result<Completion>, tried?: Tried): Promise<Outcome<AuthingUser>> {
  if (!result.ok) return refuse(result.error, call.domain.clock.now(), tried);
  if (result.value.status === "challenge") return requireMfa(call, result.value.challenge);
  const { session, recoveryCode } = result.value;
  const user = toUser(session);
  // Beside the user as Authing has it, and in it too: its own SDK drops what stands beside (section 4).
  return recoveryCode === undefined ? done(user) : done({ ...user, recoveryCode }, { recoveryCode });
}
