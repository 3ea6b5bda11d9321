import type { GuardError } from "@guard/contract";
import { hasPassed, learnOffset, sent } from "../flow/cooldown.ts";
import { keyAfter } from "../flow/verdict.ts";
import { carryOut } from "./carry-out.ts";
import type { StampedCenter, StampedCenterOf } from "./event.ts";
import { toFreshOverview, toOverview } from "./leave.ts";
import { openStepUp } from "./open-step-up.ts";
import { read } from "./read.ts";
import { answerOf, failureOf, settle, stop } from "./settle.ts";
import type { AddressState, Binding, CodeState, ConfirmingState, SendingState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** An address to bind: its code goes out when it is submitted. */
export function address(state: AddressState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  if (event.type !== "TARGET.SUBMIT") return turn(state);
  const { factor, failure } = state;
  return carryOut(state, { is: "send", factor, target: event.target }, event.id, keyAfter(failure, event.id));
}

export const sending = (state: SendingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "bind", {
    accepted: ({ offset, account, factor, typed }, delivered) => turn({ at: "bindConfirm", offset, account, binding: { factor, target: typed, delivery: sent(delivered) } }),
    refused: (known, error, asked) => {
      const { offset, account, factor, typed } = known;
      if (error.code === "step_up_required") return openStepUp(known, { is: "send", factor, target: typed }, asked);
      return turn({ at: "bindTarget", offset, account, factor, typed, failure: failureOf(known, error) });
    },
    back: toOverview,
  });

export function code(state: CodeState, event: StampedCenter): CenterTurn {
  const { offset, account, binding } = state;
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "CODE.SEND":
      return resend(state, event);
    case "TARGET.CHANGE":
      return turn({ at: "bindTarget", offset, account, factor: binding.factor, typed: binding.target });
    case "BACK":
      return toOverview(state);
    default:
      return resent(state, event) ?? turn(state);
  }
}

function submitCode({ failure, ...state }: CodeState, { code: typed, id: task }: StampedCenterOf<"CODE.SUBMIT">): CenterTurn {
  const key = keyAfter(failure, task);
  return turn({ ...state, at: "bindConfirm.confirming", task, key }, { type: "confirm", task, key, factor: state.binding.factor, code: typed });
}

/** While the code is judged another one that is under way still arrives. */
export function confirming(state: ConfirmingState, event: StampedCenter): CenterTurn {
  const arrived = resent(state, event);
  if (arrived) return arrived;
  return settle(state, event, "confirm", {
    accepted: ({ offset, binding }, _, { id }) => read(offset, id, { done: binding.factor === "email" ? "emailAdded" : "phoneAdded" }),
    refused: refusedCode,
    back: toFreshOverview,
  });
}

function refusedCode(state: ConfirmingState, error: GuardError, event: StampedCenter): CenterTurn {
  const { offset, account, binding } = state;
  // A code is typed again after the proof: it rests nowhere meanwhile (law 7).
  if (error.code === "step_up_required") return openStepUp(state, { is: "code", binding: { ...binding, delivery: sent(binding.delivery) } }, event);
  const late = error.code === "code_invalid" && hasPassed(binding.delivery.expiresAt, event.now + offset);
  return turn({ at: "bindConfirm", offset, account, binding, failure: failureOf(state, error, late) });
}

/** Inside the wait it does nothing: the server would refuse, and the button says so (R9). */
function resend(state: CodeState, { now, id: task }: StampedCenter): CenterTurn {
  const { failure: _, ...clean } = state;
  const { binding, offset } = state;
  const { factor, target, delivery } = binding;
  if (delivery.is === "resending" || !hasPassed(delivery.resendAt, now + offset)) return turn(state);
  return turn({ ...clean, binding: { ...binding, delivery: { ...delivery, is: "resending", task } } }, { type: "bind", task, key: task, factor, target, trigger: "user" });
}

const withWait = (binding: Binding, error: GuardError): Binding => ({
  ...binding,
  delivery: sent(error.code === "resend_too_soon" ? { ...binding.delivery, resendAt: error.resendAt } : binding.delivery),
});

/** The answer to another code that was asked for, if this event is it. */
function resent(state: CodeState | ConfirmingState, event: StampedCenter): CenterTurn | undefined {
  const { delivery } = state.binding;
  const result = delivery.is === "resending" ? answerOf(event, delivery.task, "bind") : undefined;
  if (!result || delivery.is !== "resending") return undefined;
  const learned = { ...state, offset: learnOffset(state.offset, result, event.now) };
  if (result.ok) return turn({ ...learned, binding: { ...state.binding, delivery: sent(result.value) } });
  const { error } = result;
  const back = { ...learned, binding: withWait(state.binding, error) };
  const stopped = stop(learned, error);
  if (stopped) return stopped;
  // While a code is judged its verdict is what the person waits for, and the button is there again after it.
  if (back.at === "bindConfirm.confirming") return turn(back);
  const { factor, target } = back.binding;
  if (error.code === "step_up_required") return openStepUp(back, { is: "send", factor, target }, event);
  return turn({ ...back, failure: failureOf({ task: delivery.task }, error) });
}
