import { challengeOf, isBusy, stepOf, type State, type Step, type UserEvent } from "@guard/machine";
import { useEffect, type ReactNode } from "react";
import type { GuardProps } from "./guard-props.ts";
import type { PartState, Status } from "./parts.ts";
import { failuresOf } from "./runtime/reports.ts";
import { reportFault } from "./runtime/use-guard-runtime.ts";
import { useLatest } from "./runtime/use-latest.ts";
import { useShell } from "./runtime/use-shell.ts";
import { useSubmit } from "./runtime/use-submit.ts";
import { useStepFocus } from "./runtime/use-step-focus.ts";
import { whenIdle } from "./runtime/when-idle.ts";
import { prefetchScreens, useScreen } from "./screens/registry.ts";
import { LateScreen } from "./ui/late-screen.tsx";
import { Root } from "./ui/root.tsx";
import { useGuard, useRunningGuard } from "./use-guard.ts";
import { ViewContext } from "./view-context.ts";

/** The root's `data-status`, a styling hook and a test hook. */
function statusOf(state: State): Status {
  if (state.at === "locked" || state.at === "closed") return state.at;
  if (isBusy(state)) return "submitting";
  return failuresOf(state).length > 0 ? "error" : "idle";
}

const partStateOf = (state: State, step: Step): PartState => ({ at: state.at, step, status: statusOf(state), factor: "challenge" in state ? state.challenge?.active : undefined });

interface GuardShellProps extends GuardProps {
  /** Behind every screen. */
  readonly children?: ReactNode;
}

/** Our views over the running login: words, parts, focus, and the one polite region. */
export function GuardShell({ children, ...props }: GuardShellProps): ReactNode {
  const { id = "guard" } = props;
  const { state, step } = useGuard();
  const screen = useScreen(step);
  const onFault = useLatest(props.onFault ?? reportFault);
  const submit = useSubmit<State, Step, UserEvent>(useRunningGuard(), stepOf, props.onBeforeSubmit, onFault);
  const shown = partStateOf(state, step);
  const { root, view, news } = useShell({ ...props, id, shown, submit, onFault });
  useStepFocus({ root, titleId: `${id}-title`, state, step, ready: screen.is === "ready", autoFocus: props.autoFocus, focusOnStep: props.focusOnStep });
  const { drafts } = view;
  const token = challengeOf(state)?.token;
  // A code that belonged to another challenge is nothing to keep.
  useEffect(() => () => drafts.clear(), [drafts, token]);
  useEffect(() => whenIdle(prefetchScreens), []);

  return (
    <ViewContext value={view}>
      <Root ref={root} state={shown} given={props} news={news}>
        {screen.is === "ready" ? <screen.View state={state} /> : <LateScreen screen={screen} onFault={onFault} />}
        {children}
      </Root>
    </ViewContext>
  );
}
