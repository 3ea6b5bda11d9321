import { keyAfter } from "../flow/verdict.ts";
import type { StampedCenter } from "./event.ts";
import { toFreshOverview, toOverview } from "./leave.ts";
import { openStepUp } from "./open-step-up.ts";
import { read } from "./read.ts";
import { failureOf, settle } from "./settle.ts";
import type { FaceBindingState, FaceState } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

export function face(state: FaceState, event: StampedCenter): CenterTurn {
  if (event.type === "BACK") return toOverview(state);
  if (event.type !== "FACE.SUBMIT") return turn(state);
  const { failure, ...shown } = state;
  const { id: task, image } = event;
  const key = keyAfter(failure, task);
  return turn({ ...shown, at: "face.binding", task, key }, { type: "bindFace", task, key, image });
}

export const faceBinding = (state: FaceBindingState, event: StampedCenter): CenterTurn =>
  settle(state, event, "bindFace", {
    accepted: ({ offset }, _, { id }) => read(offset, id, { done: "faceAdded" }),
    refused: (known, error, asked) => {
      const { offset, account } = known;
      return error.code === "step_up_required" ? openStepUp(known, { is: "face" }, asked) : turn({ at: "face", offset, account, failure: failureOf(known, error) });
    },
    back: toFreshOverview,
  });
