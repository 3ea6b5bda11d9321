import type { Completion, GuardError, Result } from "@guard/contract";
import { learnOffset } from "./cooldown.ts";
import { complete } from "./enter.ts";
import type { Answer, Stamped } from "./event.ts";
import type { Failure, State, TaskId } from "./state.ts";
import { stop, stopAccount } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

/** The states in which a call runs that may complete the login. */
export type JudgingState = Extract<State, { readonly key: TaskId }>;

/** The server may have judged and its answer was lost on the way. It judges another code under the same key afresh, so the key is safe to keep. */
const isUnheard = ({ code }: GuardError): boolean => code === "network" || code === "timeout" || code === "unknown" || code === "unavailable";

/** The Idempotency-Key of the next try: that of one whose verdict never arrived, or a new one (R12a). */
export const keyAfter = (failure: Failure | undefined, id: TaskId): TaskId => failure?.unheard ?? id;

/** What a refused try leaves behind. `late`: it came after the code's own end. */
export function failureOf({ task, key }: JudgingState, error: GuardError, late = false): Failure {
  return { id: task, error, late, ...(isUnheard(error) ? { unheard: key } : {}) };
}

function completionOf(answer: Answer): Result<Completion> | undefined {
  switch (answer.to) {
    case "verify":
    case "confirmTotp":
    case "verifyRecoveryCode":
    case "face":
    case "verifySignInCode":
      return answer.result;
    default:
      return undefined;
  }
}

/** The verdict: accepted completes the login, an error that ends it ends it, and any other refusal is the step's own. */
export function settle<S extends JudgingState>(state: S, event: Stamped, refused: (state: S, error: GuardError, event: Stamped) => Turn): Turn {
  const result = event.type === "ANSWER" && event.task === state.task ? completionOf(event.answer) : undefined;
  if (!result) return turn(state);
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return complete(learned, result.value, event);
  const ends = "challenge" in learned ? stop : stopAccount;
  return ends(learned, result.error) ?? refused(learned, result.error, event);
}
