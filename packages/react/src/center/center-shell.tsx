import { centerFailures, centerStepOf, isCenterBusy, type CenterState, type CenterUserEvent } from "@guard/machine/center";
import { useCallback, useState, type ReactNode } from "react";
import type { Status } from "../parts.ts";
import { reportFault } from "../runtime/use-guard-runtime.ts";
import { useLatest } from "../runtime/use-latest.ts";
import { useShell } from "../runtime/use-shell.ts";
import type { SubmitEvent } from "../runtime/use-submit.ts";
import { Root } from "../ui/root.tsx";
import { ViewContext } from "../view-context.ts";
import type { CenterPartState, SecurityCenterProps } from "./center-props.ts";
import { useCenter } from "./use-center.ts";
import { useCenterFocus } from "./use-center-focus.ts";
import { viewOf } from "./views/views.tsx";
import { centerWords, learnCenterEnglish } from "./words.ts";

/** The root's `data-status`, a styling hook and a test hook. */
function statusOf(state: CenterState): Status {
  if (state.at === "locked" || state.at === "closed") return state.at;
  if (isCenterBusy(state)) return "submitting";
  return centerFailures(state).length > 0 ? "error" : "idle";
}

/** What is proven just now: a factor, or the password. */
const proofOf = (state: CenterState): CenterPartState["factor"] => {
  if ("proof" in state) return state.proof.active;
  return state.at === "stepUp.password" || state.at === "stepUp.checking" ? "password" : undefined;
};

/** What the shared forms hand over, as this machine knows it; the others are a login's alone. */
function eventOf(event: SubmitEvent): CenterUserEvent | undefined {
  switch (event.type) {
    case "CODE.SUBMIT":
      return { type: "CODE.SUBMIT", code: event.code };
    case "TARGET.SUBMIT":
    case "FACE.SUBMIT":
      return event;
    default:
      return undefined;
  }
}

/** Our views over the running centre: words, parts, focus, and the one polite region. */
export function CenterShell(props: SecurityCenterProps): ReactNode {
  const { session, app = session.app, id = "guard-center" } = props;
  useState(learnCenterEnglish);
  const { state, send } = useCenter();
  const step = centerStepOf(state);
  const onFault = useLatest(props.onFault ?? reportFault);
  const submit = useCallback(
    (event: SubmitEvent) => {
      const known = eventOf(event);
      if (known) send(known);
    },
    [send],
  );
  const shown: CenterPartState = { at: state.at, step, status: statusOf(state), factor: proofOf(state) };
  const { root, view, news } = useShell({ ...props, id, app, shown, words: centerWords, submit, onFault });
  useCenterFocus({ root, titleId: `${id}-title`, state, step, autoFocus: props.autoFocus });

  return (
    <ViewContext value={view}>
      <Root ref={root} state={shown} given={props} news={news}>
        {viewOf(state, session)}
      </Root>
    </ViewContext>
  );
}
