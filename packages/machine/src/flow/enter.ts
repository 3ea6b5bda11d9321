import { isSentFactor, type Challenge, type Completion } from "@guard/contract";
import { hasPassed, isSent } from "./cooldown.ts";
import type { Stamped } from "./event.ts";
import { activeFactor } from "./active-factor.ts";
import { fromOffer } from "./factor.ts";
import { couldBind } from "./resumable.ts";
import { startSend } from "./send.ts";
import type { ChallengeData, State, TaskId } from "./state.ts";
import { turn, type Turn } from "./turn.ts";

function dataOf({ token, expiresAt, need, factor, factors, trustDays }: Challenge): ChallengeData {
  const offered = factors.map(fromOffer);
  const active = factors.some((each) => each.factor === factor) ? factor : (factors[0]?.factor ?? factor);
  return { token, expiresAt, need, active, factors: offered, ...(trustDays === undefined ? {} : { trustDays }) };
}

/** A code is owed when none is on its way. After a fresh sign-in an old one (its wait is over) is replaced; a tab never repeats a refusal by itself (R13). */
function owesCode(challenge: ChallengeData, serverNow: number, fresh: boolean): boolean {
  const { bound, factor, delivery, failure } = activeFactor(challenge);
  if (!bound || !isSentFactor(factor) || failure) return false;
  if (delivery.is === "unsent") return true;
  return fresh && isSent(delivery) && hasPassed(delivery.resendAt, serverNow);
}

/** The first activation of a bound, unsent factor sends by itself (R7, R13). The send follows this transition, never a mount (law 4). */
function openCode(state: State, challenge: ChallengeData, event: Stamped, fresh: boolean): Turn {
  const { identifier, offset } = state;
  const started = owesCode(challenge, event.now + offset, fresh) ? startSend(challenge, "auto", event.id) : undefined;
  return turn({ at: "challenge", identifier, offset, challenge: started?.challenge ?? challenge }, started?.effect);
}

/** Asks for a secret of its own: each visit to the tab has a new one, since none may rest anywhere else (law 7). */
export function startEnrolment({ identifier, offset }: State, challenge: ChallengeData, task: TaskId): Turn {
  return turn({ at: "enrol.loading", identifier, offset, task, challenge }, { type: "startTotp", task, token: challenge.token });
}

/** The screen of the active factor: each has its own, and one that is not bound yet is bound first. */
export function openFactor(state: State, challenge: ChallengeData, event: Stamped, fresh: boolean): Turn {
  const { identifier, offset } = state;
  const { factor, bound, target } = activeFactor(challenge);
  if (factor === "recovery") return turn({ at: "recovery", identifier, offset, challenge, from: "challenge" });
  if (factor === "face") return turn({ at: "face", identifier, offset, challenge });
  if (bound || target !== undefined) return openCode(state, challenge, event, fresh);
  return factor === "totp" ? startEnrolment(state, challenge, event.id) : turn({ at: "bind", identifier, offset, challenge });
}

/** A challenge that nothing but the recovery code answers belongs to a closed account (R11b). */
const isClosed = ({ factors }: ChallengeData): boolean => factors.every(({ factor }) => factor === "recovery");

function openChallenge(state: State, challenge: ChallengeData, event: Stamped, fresh: boolean): Turn {
  const { identifier, offset } = state;
  return isClosed(challenge) ? turn({ at: "closed", identifier, offset, challenge }) : openFactor(state, challenge, event, fresh);
}

/** Picks up a challenge after a reload: nothing that was sent is sent again (law 8). */
export function reenterChallenge(state: State, challenge: Challenge, active: ChallengeData["active"], event: Stamped): Turn {
  const { identifier, offset } = state;
  const data = dataOf(challenge);
  // A token that could bind is never resumed: whoever finds the tab must know the password.
  if (couldBind(data)) return turn({ at: "password", identifier, offset });
  const known = data.factors.some(({ factor }) => factor === active);
  return openChallenge(state, known ? { ...data, active } : data, event, false);
}

/** A call that may complete the login has been accepted. */
export function complete(state: State, completion: Completion, event: Stamped): Turn {
  if (completion.status === "challenge") return openChallenge(state, dataOf(completion.challenge), event, true);
  const { identifier, offset } = state;
  const { session, redirectTo, recoveryCode } = completion;
  const signedIn = { identifier, offset, session, ...(redirectTo === undefined ? {} : { redirectTo }) };
  return turn(recoveryCode === undefined ? { at: "done", ...signedIn } : { at: "recoveryCode", ...signedIn, recoveryCode });
}
