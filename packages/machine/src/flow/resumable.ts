import { challengeOf } from "./select.ts";
import type { ChallengeData, Resumable, State } from "./state.ts";

/** Whether whoever holds the token could bind a factor: nothing of such a challenge outlives the page. */
export const couldBind = ({ need, factors }: ChallengeData): boolean => need === "bind" || factors.some(({ bound }) => !bound);

/** After a reload the recovery code is asked for again from where it was: its screen is one step in. */
function activeAfterReload({ active, factors }: ChallengeData): ChallengeData["active"] {
  if (active !== "recovery") return active;
  return factors.find(({ factor }) => factor === "totp")?.factor ?? factors[0]?.factor ?? active;
}

/** What is kept for a reload: neither identifier nor secret, and never a challenge whose token could bind (law 8). */
export function resumableOf(state: State): Resumable | undefined {
  if (state.at === "resuming" || state.at === "resuming.failed") return state.record;
  if (state.at === "locked") return { is: "lock", lockedUntil: state.lockedUntil, offset: state.offset };
  const challenge = challengeOf(state);
  if (!challenge || couldBind(challenge)) return undefined;
  const { token, expiresAt } = challenge;
  return { is: "challenge", token, active: activeAfterReload(challenge), expiresAt, offset: state.offset };
}
