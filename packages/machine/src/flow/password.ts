import { requestCode } from "./code-request.ts";
import { learnOffset } from "./cooldown.ts";
import { complete } from "./enter.ts";
import type { Stamped } from "./event.ts";
import { start } from "./resume.ts";
import type { PasswordState, SubmittingState } from "./state.ts";
import { backToPassword, stopAccount } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

export function password(state: PasswordState, event: Stamped): Turn {
  switch (event.type) {
    case "PASSWORD.SUBMIT": {
      const { identifier, password: secret, id } = event;
      return turn({ at: "password.submitting", identifier, offset: state.offset, task: id }, { type: "signIn", task: id, identifier, password: secret });
    }
    case "METHOD.CHOOSE":
      return event.method === "code" ? requestCode(state) : turn(state);
    case "START":
      return start(state, event);
    default:
      return turn(state);
  }
}

export function submitting(state: SubmittingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  if (event.type !== "ANSWER" || event.task !== state.task || event.answer.to !== "signIn") return turn(state);
  const { result } = event.answer;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return complete(learned, result.value, event);
  const { identifier, offset, task } = learned;
  // `unauthorized` at the first step is a host's mistake (wrong app), not an expired challenge.
  return stopAccount(learned, result.error) ?? turn({ at: "password", identifier, offset, failure: { id: task, error: result.error, late: false } });
}
