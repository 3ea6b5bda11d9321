import type { GuardError, Result } from "@guard/contract";
import { learnOffset } from "../flow/cooldown.ts";
import type { Failure, TaskId } from "../flow/challenge-data.ts";
import type { CenterAnswers, StampedCenter } from "./event.ts";
import type { CenterState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** The answer of one call, if this event is it. */
export function answerOf<To extends keyof CenterAnswers>(event: StampedCenter, task: TaskId, to: To): Result<CenterAnswers[To]> | undefined {
  // The cast: TypeScript can't relate an answer's name to its result.
  return event.type === "ANSWER" && event.task === task && event.answer.to === to ? (event.answer.result as Result<CenterAnswers[To]>) : undefined;
}

/** Errors that end a visit wherever they come from: the account's, and the session's own (R11a, R11b). */
export function stop({ offset }: CenterState, error: GuardError): CenterTurn | undefined {
  switch (error.code) {
    case "locked":
      return turn({ at: "locked", offset, lockedUntil: error.lockedUntil });
    case "closed":
      return turn({ at: "closed", offset });
    case "unauthorized":
      return turn({ at: "signedOut", offset });
    default:
      return undefined;
  }
}

/** The server may have done it and its answer was lost on the way (R12a). */
const isUnheard = ({ code }: GuardError): boolean => code === "network" || code === "timeout" || code === "unknown" || code === "unavailable";

export const failureOf = ({ task, key }: { readonly task: TaskId; readonly key?: TaskId }, error: GuardError, late = false): Failure => ({
  id: task,
  error,
  late,
  ...(key !== undefined && isUnheard(error) ? { unheard: key } : {}),
});

/** What a step makes of the answer to its call. */
interface Verdict<S, To extends keyof CenterAnswers> {
  readonly accepted: (state: S, value: CenterAnswers[To], event: StampedCenter) => CenterTurn;
  readonly refused: (state: S, error: GuardError, event: StampedCenter) => CenterTurn;
  /** BACK leaves the call alone (law 3). */
  readonly back: (state: S, event: StampedCenter) => CenterTurn;
}

type Busy = Extract<CenterState, { readonly task: TaskId }>;

/** A state that waits for one call: only its answer and BACK lead on. */
export function settle<S extends Busy, To extends keyof CenterAnswers>(state: S, event: StampedCenter, to: To, { accepted, refused, back }: Verdict<S, To>): CenterTurn {
  if (event.type === "BACK") return back(state, event);
  const result = answerOf(event, state.task, to);
  if (!result) return turn(state);
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return accepted(learned, result.value, event);
  return stop(learned, result.error) ?? refused(learned, result.error, event);
}
