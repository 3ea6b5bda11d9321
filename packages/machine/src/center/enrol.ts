import type { GuardError } from "@guard/contract";
import { hasPassed } from "../flow/cooldown.ts";
import { keyAfter } from "../flow/verdict.ts";
import { carryOut } from "./carry-out.ts";
import type { StampedCenter, StampedCenterOf } from "./event.ts";
import { toFreshOverview, toOverview } from "./leave.ts";
import { openStepUp } from "./open-step-up.ts";
import { failureOf, settle } from "./settle.ts";
import type { EnrolConfirmingState, EnrolFailedState, EnrolLoadingState, EnrolState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

export const enrolLoading = (state: EnrolLoadingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "startTotp", {
    accepted: ({ offset, account }, { secret, otpauthUri, expiresAt }) => turn({ at: "enrol", offset, account, enrolment: { secret, otpauthUri, expiresAt } }),
    refused: (known, error, asked) => {
      const { offset, account } = known;
      return error.code === "step_up_required" ? openStepUp(known, { is: "enrol" }, asked) : turn({ at: "enrol.failed", offset, account, failure: failureOf(known, error) });
    },
    back: toOverview,
  });

export function enrolFailed(state: EnrolFailedState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  return event.type === "TOTP.RETRY" ? carryOut(state, { is: "enrol" }, event.id) : turn(state);
}

export function enrol(state: EnrolState, event: StampedCenter): CenterTurn {
  switch (event.type) {
    case "CODE.SUBMIT":
      return submitCode(state, event);
    case "TOTP.RETRY":
      return carryOut(state, { is: "enrol" }, event.id);
    case "BACK":
      return toOverview(state);
    default:
      return turn(state);
  }
}

function submitCode({ failure, ...state }: EnrolState, { code, id: task }: StampedCenterOf<"CODE.SUBMIT">): CenterTurn {
  const key = keyAfter(failure, task);
  return turn({ ...state, at: "enrol.confirming", task, key }, { type: "confirmTotp", task, key, code });
}

export const enrolConfirming = (state: EnrolConfirmingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "confirmTotp", {
    accepted: ({ offset }, { recoveryCode }) => turn({ at: "recoveryCode", offset, recoveryCode, done: "totpAdded" }),
    refused: refusedCode,
    back: toFreshOverview,
  });

function refusedCode(state: EnrolConfirmingState, error: GuardError, event: StampedCenter): CenterTurn {
  const { offset, account, enrolment } = state;
  // The secret may rest in no other screen, so another one is asked for after the proof (law 7).
  if (error.code === "step_up_required") return openStepUp(state, { is: "enrol" }, event);
  // What the server knows nothing of any more is over, like what has expired.
  const late = error.code === "conflict" || (error.code === "code_invalid" && hasPassed(enrolment.expiresAt, event.now + offset));
  return turn({ at: "enrol", offset, account, enrolment, failure: failureOf(state, error, late) });
}
