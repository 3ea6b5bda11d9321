import { isSentFactor, type Challenge, type Completion } from "@guard/contract";
import { hasPassed, isSent } from "./cooldown.ts";
import type { Stamped } from "./event.ts";
import { activeFactor, fromOffer } from "./factor.ts";
import { startSend } from "./send.ts";
import type { ChallengeData, State } from "./state.ts";
import { turn, type Turn } from "./turn.ts";

function dataOf({ token, expiresAt, need, factor, factors }: Challenge): ChallengeData {
  const offered = factors.map(fromOffer);
  const active = factors.some((each) => each.factor === factor) ? factor : (factors[0]?.factor ?? factor);
  return { token, expiresAt, need, active, factors: offered };
}

/** A code is owed when the open factor is bound and none is on its way. After a fresh sign-in an old one (its wait is over) is replaced. */
function owesCode(challenge: ChallengeData, serverNow: number, fresh: boolean): boolean {
  const { bound, factor, delivery } = activeFactor(challenge);
  if (!bound || !isSentFactor(factor)) return false;
  if (delivery.is === "unsent") return true;
  return fresh && isSent(delivery) && hasPassed(delivery.resendAt, serverNow);
}

/** The first activation of a bound, unsent factor sends by itself (R7, R13). The send follows this transition, never a mount (law 4). */
export function openFactor(state: State, challenge: ChallengeData, event: Stamped, fresh: boolean): Turn {
  const { identifier, offset } = state;
  const started = owesCode(challenge, event.now + offset, fresh) ? startSend(challenge, "auto", event.id) : undefined;
  return turn({ at: "challenge", identifier, offset, challenge: started?.challenge ?? challenge }, started?.effect);
}

/** Opens a challenge that the server has just made. */
export function enterChallenge(state: State, challenge: Challenge, event: Stamped): Turn {
  const { identifier, offset } = state;
  const data = dataOf(challenge);
  return data.need === "bind" ? turn({ at: "bind", identifier, offset, challenge: data }) : openFactor(state, data, event, true);
}

/** Picks up a challenge after a reload: nothing that was sent is sent again (law 8). */
export function reenterChallenge(state: State, challenge: Challenge, active: ChallengeData["active"], event: Stamped): Turn {
  const { identifier, offset } = state;
  const data = dataOf(challenge);
  // A token that could bind is never resumed: whoever finds the tab must know the password.
  if (data.need === "bind") return turn({ at: "password", identifier, offset });
  const known = data.factors.some(({ factor }) => factor === active);
  return openFactor(state, known ? { ...data, active } : data, event, false);
}

/** A call that may complete the login has been accepted. */
export function complete(state: State, completion: Completion, event: Stamped): Turn {
  if (completion.status === "challenge") return enterChallenge(state, completion.challenge, event);
  const { identifier, offset } = state;
  const { session, redirectTo } = completion;
  return turn(redirectTo === undefined ? { at: "done", identifier, offset, session } : { at: "done", identifier, offset, session, redirectTo });
}
