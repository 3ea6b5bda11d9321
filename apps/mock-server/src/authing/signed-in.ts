import type { Result } from "@guard/contract";
import { readSession } from "../session/session.ts";
import type { Call } from "./call.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome, Tried } from "./outcome.ts";
import { toUser } from "./user.ts";
import type { AuthingUser } from "./user.ts";

/** After what somebody did who is signed in already: the same user, with the session they came with. */
export async function signedIn({ domain, caller }: Call, result: Result<unknown>, tried?: Tried): Promise<Outcome<AuthingUser>> {
  if (!result.ok) return refuse(result.error, domain.clock.now(), tried);
  const whoami = await readSession(domain, caller);
  return whoami.ok ? done(toUser(whoami.value.session)) : refuse(whoami.error, domain.clock.now());
}
