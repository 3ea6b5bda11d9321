import { keyAfter } from "../flow/verdict.ts";
import { ask } from "./carry-out.ts";
import type { StampedCenter } from "./event.ts";
import { toFreshOverview, toOverview } from "./leave.ts";
import { openStepUp } from "./open-step-up.ts";
import { read } from "./read.ts";
import { failureOf, settle } from "./settle.ts";
import type { RecoveryCodeState, RenewingState, RenewState, RevokingState, UnbindingState, UnbindState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** Are you sure? (R18) */
export function unbind(state: UnbindState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  return event.type === "CONFIRM" ? ask(state, { is: "unbind", id: state.id }, event, keyAfter(state.failure, event.id)) : turn(state);
}

export const unbinding = (state: UnbindingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "unbind", {
    accepted: ({ offset }, _, { id }) => read(offset, id, { done: "removed" }),
    refused: (known, error, asked) => {
      const { offset, account, id } = known;
      if (error.code === "step_up_required") return openStepUp(known, { is: "unbind", id }, asked);
      const failure = failureOf(known, error);
      // Gone already, from another device: the list is what helps.
      return error.code === "not_found" ? read(offset, asked.id, { failure }) : turn({ at: "unbind.confirm", offset, account, id, failure });
    },
    back: toFreshOverview,
  });

/** The old recovery code dies with the new one, so it is asked about first. */
export function renew(state: RenewState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  return event.type === "CONFIRM" ? ask(state, { is: "renew" }, event, keyAfter(state.failure, event.id)) : turn(state);
}

export const renewing = (state: RenewingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "renew", {
    accepted: ({ offset, account }, { recoveryCode: fresh }) =>
      turn({ at: "recoveryCode", offset, recoveryCode: fresh, done: account.recoveryCodeAt === undefined ? "codeMade" : "codeRenewed" }),
    refused: (known, error, asked) => {
      const { offset, account } = known;
      return error.code === "step_up_required" ? openStepUp(known, { is: "renew" }, asked) : turn({ at: "renew.confirm", offset, account, failure: failureOf(known, error) });
    },
    back: toFreshOverview,
  });

export const revoking = (state: RevokingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "revoke", {
    accepted: ({ offset }, _, { id }) => read(offset, id, { done: "deviceRevoked" }),
    refused: (known, error, asked) =>
      error.code === "step_up_required" ? openStepUp(known, { is: "revoke", id: known.id }, asked) : read(known.offset, asked.id, { failure: failureOf(known, error) }),
    back: toFreshOverview,
  });

/** Shown once; only "I saved it" leads on (R14). */
export const recoveryCode = (state: RecoveryCodeState, event: StampedCenter): CenterTurn =>
  event.type === "RECOVERY.ACKNOWLEDGE" ? read(state.offset, event.id, { done: state.done }) : turn(state);
