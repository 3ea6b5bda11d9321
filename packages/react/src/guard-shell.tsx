import { challengeOf, isBusy, stepOf, type State, type Step, type UserEvent } from "@guard/machine";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useAdvice } from "./development/use-advice.ts";
import type { GuardProps } from "./guard-props.ts";
import { useI18n } from "./i18n/use-i18n.ts";
import { useSay } from "./i18n/use-say.ts";
import type { PartState, Status } from "./parts.ts";
import { createDrafts } from "./runtime/drafts.ts";
import { failuresOf } from "./runtime/reports.ts";
import { useClassOf } from "./runtime/use-class-of.ts";
import { reportFault } from "./runtime/use-guard-runtime.ts";
import { useLatest } from "./runtime/use-latest.ts";
import { useSubmit } from "./runtime/use-submit.ts";
import { useStepFocus } from "./runtime/use-step-focus.ts";
import { useTitled } from "./runtime/use-titled.ts";
import { useViewValue } from "./runtime/use-view-value.ts";
import { whenIdle } from "./runtime/when-idle.ts";
import { prefetchScreens, useScreen } from "./screens/registry.ts";
import { LateScreen } from "./ui/late-screen.tsx";
import { Root } from "./ui/root.tsx";
import { useGuard, useRunningGuard } from "./use-guard.ts";
import { useSettings } from "./use-settings.ts";
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
  const { adapter, app, id = "guard", initialSettings } = props;
  const { state, step } = useGuard();
  const screen = useScreen(step);
  const root = useRef<HTMLElement>(null);
  const onFault = useLatest(props.onFault ?? reportFault);
  const { instance, locale } = useI18n(props.locale ?? "en", props.messages, onFault);
  const say = useSay(instance);
  const settings = useSettings({ adapter, app, initialSettings, onFault });
  const [news, setNews] = useState({ step, text: "" });
  // News of one step is none in the next: the region stays readable after it has spoken.
  const announce = useCallback((text: string) => setNews({ step, text }), [step]);
  const submit = useSubmit<State, Step, UserEvent>(useRunningGuard(), stepOf, props.onBeforeSubmit, onFault);
  const [drafts] = useState(createDrafts);
  const shown = partStateOf(state, step);
  const classOf = useClassOf(props.classNames, shown);
  const view = useViewValue(props, { say, locale, classOf, settings, drafts, announce, submit, titled: useTitled(step, props.onStepChange) });
  useAdvice({ root, given: props, onFault });
  useStepFocus({ root, titleId: `${id}-title`, state, step, ready: screen.is === "ready", autoFocus: props.autoFocus, focusOnStep: props.focusOnStep });
  const token = challengeOf(state)?.token;
  // A code that belonged to another challenge is nothing to keep.
  useEffect(() => () => drafts.clear(), [drafts, token]);
  useEffect(() => whenIdle(prefetchScreens), []);

  return (
    <ViewContext value={view}>
      <Root ref={root} state={shown} given={props} news={news.step === step ? news.text : ""}>
        {screen.is === "ready" ? <screen.View state={state} /> : <LateScreen screen={screen} onFault={onFault} />}
        {children}
      </Root>
    </ViewContext>
  );
}
