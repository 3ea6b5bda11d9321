import type { Factor } from "@guard/contract";
import { isSentFactor } from "@guard/contract";
import { ask } from "./carry-out.ts";
import type { StampedCenter, StampedCenterOf } from "./event.ts";
import { read } from "./read.ts";
import { failureOf, settle } from "./settle.ts";
import type { ClosedState, FailedState, Intent, LoadingState, LockedState, OverviewState, UnreadState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

export const unread = (state: UnreadState, event: StampedCenter): CenterTurn => (event.type === "START" ? read(state.offset, event.id) : turn(state));

export const loading = (state: LoadingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "read", {
    accepted: (state, { account }) => {
      const { at: _, task: _task, ...told } = state;
      return turn({ at: "overview", ...told, account });
    },
    refused: ({ offset, task, done }, error) => turn({ at: "failed", offset, failure: failureOf({ task }, error), ...(done ? { done } : {}) }),
    back: (same) => turn(same),
  });

/** What was done before is still to be told. START: somebody came back to a page that had been left. */
export const failed = (state: FailedState, event: StampedCenter): CenterTurn =>
  event.type === "RETRY" || event.type === "START" ? read(state.offset, event.id, state) : turn(state);

/** A lock pauses codes and not the session: its end, or "Back", leads to the list again (R11a). */
export const stopped = (state: LockedState | ClosedState, event: StampedCenter): CenterTurn =>
  event.type === "BACK" || event.type === "RETRY" ? read(state.offset, event.id) : turn(state);

const additionOf = (factor: Factor): Intent => (isSentFactor(factor) ? { is: "address", factor } : { is: factor === "totp" ? "enrol" : "face" });

export function overview(state: OverviewState, event: StampedCenter): CenterTurn {
  const { offset, account } = state;
  switch (event.type) {
    case "FACTOR.ADD":
      return account.bindable.includes(event.factor) ? ask(state, additionOf(event.factor), event) : turn(state);
    case "FACTOR.REMOVE":
      return askToUnbind(state, event);
    case "RECOVERY.RENEW":
      return account.renewable ? turn({ at: "renew.confirm", offset, account }) : turn(state);
    case "DEVICE.REVOKE":
      return account.devices?.some(({ id }) => id === event.device) ? ask(state, { is: "revoke", id: event.device }, event) : turn(state);
    case "START":
      return read(offset, event.id);
    default:
      return turn(state);
  }
}

/** A login address is never removed here (R16a). */
function askToUnbind(state: OverviewState, { binding }: StampedCenterOf<"FACTOR.REMOVE">): CenterTurn {
  const { offset, account } = state;
  const removable = account.bindings.some(({ id, removable: may }) => id === binding && may);
  return removable ? turn({ at: "unbind.confirm", offset, account, id: binding }) : turn(state);
}
