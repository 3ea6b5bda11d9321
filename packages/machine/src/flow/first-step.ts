// What can happen before any server has answered: the runtime begins with this, and the rest of the flow is a chunk of its own (AD-37).
import { codeRequest, codeRequesting, requestCode } from "./code-request.ts";
import type { RuntimeEvent, Stamped } from "./event.ts";
import type { PasswordState, ResumableChallenge, ResumeFailedState, ResumingState, State, SubmittingState } from "./state.ts";
import { backToPassword, leave } from "./stop.ts";
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

/** START: this browser tab was in the middle of a login (law 8). A lock is shown without a request. */
function start(state: PasswordState, { record, id }: Stamped<Extract<RuntimeEvent, { type: "START" }>>): Turn {
  if (record.is === "challenge") return ask(state, record, id);
  return turn({ at: "locked", identifier: state.identifier, offset: record.offset, lockedUntil: record.lockedUntil });
}

function ask({ identifier }: State, record: ResumableChallenge, task: string): Turn {
  return turn({ at: "resuming", identifier, offset: record.offset, task, record }, { type: "resume", task, token: record.token });
}

/** The error of the call that a state waits for; undefined for any other event. */
function refusalOf(event: Stamped, task: string, to: "signIn" | "resume") {
  const answered = event.type === "ANSWER" && event.task === task && event.answer.to === to;
  return answered && !event.answer.result.ok ? event.answer.result.error : undefined;
}

/** The password is judged. What a success and an end of the account come to is told in password.ts. */
export function submittingFirst(state: SubmittingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  const error = refusalOf(event, state.task, "signIn");
  if (!error) return turn(state);
  const { identifier, offset, task } = state;
  return turn({ at: "password", identifier, offset, failure: { id: task, error, late: false } });
}

/** The server is asked what became of the login. What it can say is told in resume.ts. */
export function resumingFirst(state: ResumingState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  const error = refusalOf(event, state.task, "resume");
  if (!error) return turn(state);
  const { identifier, offset, record, task } = state;
  return turn({ at: "resuming.failed", identifier, offset, record, failure: { id: task, error, late: false } });
}

export function resumeFailed(state: ResumeFailedState, event: Stamped): Turn {
  if (event.type === "BACK") return backToPassword(state);
  return event.type === "RETRY" ? ask(state, state.record, event.id) : turn(state);
}

/** `transition`, as far as it goes before an adapter has been asked. Pure like it, and made of the same functions. */
export function firstStep(state: State, event: Stamped): Turn {
  switch (state.at) {
    case "password":
      return password(state, event);
    case "password.submitting":
      return submittingFirst(state, event);
    case "codeSignIn.request":
      return codeRequest(state, event);
    case "codeSignIn.requesting":
      return codeRequesting(state, event);
    case "resuming":
      return resumingFirst(state, event);
    case "resuming.failed":
      return resumeFailed(state, event);
    case "locked":
      return leave(state, event);
    default:
      // Only an adapter's answer leads further, and none is asked without the flow.
      throw new Error(`No flow for ${state.at}`);
  }
}
