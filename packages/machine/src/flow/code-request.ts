import { learnOffset, sent } from "./cooldown.ts";
import type { Stamped } from "./event.ts";
import type { CodeRequestingState, CodeRequestState, State } from "./state.ts";
import { backToPassword, stopAccount } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

/** Sign-in by a code alone (R2a): the address first. */
export const requestCode = ({ identifier, offset }: State): Turn => turn({ at: "codeSignIn.request", identifier, offset });

export function codeRequest(state: CodeRequestState, event: Stamped): Turn {
  switch (event.type) {
    case "IDENTIFIER.SUBMIT": {
      const { identifier, id: task } = event;
      return turn({ at: "codeSignIn.requesting", identifier, offset: state.offset, task }, { type: "requestSignInCode", task, identifier, trigger: "auto" });
    }
    case "METHOD.CHOOSE":
      return event.method === "password" ? backToPassword(state) : turn(state);
    case "BACK":
      return backToPassword(state);
    default:
      return turn(state);
  }
}

export function codeRequesting(state: CodeRequestingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "requestSignInCode") return turn(state);
  const { result } = event.answer;
  const { identifier } = state;
  const offset = learnOffset(state.offset, result, event.now);
  if (result.ok) return turn({ at: "codeSignIn.verify", identifier, offset, delivery: sent(result.value) });
  const failure = { id: state.task, error: result.error, late: false };
  return stopAccount({ ...state, offset }, result.error) ?? turn({ at: "codeSignIn.request", identifier, offset, failure });
}
