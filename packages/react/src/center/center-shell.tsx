import { centerFailures, centerStepOf, isCenterBusy, type CenterState, type CenterUserEvent } from "@guard/machine/center";
import { useCallback, useRef, useState, type ReactNode } from "react";
import { useAdvice } from "../development/use-advice.ts";
import { useI18n } from "../i18n/use-i18n.ts";
import { useSay } from "../i18n/use-say.ts";
import type { Status } from "../parts.ts";
import { createDrafts } from "../runtime/drafts.ts";
import { useClassOf } from "../runtime/use-class-of.ts";
import { reportFault } from "../runtime/use-guard-runtime.ts";
import { useLatest } from "../runtime/use-latest.ts";
import type { SubmitEvent } from "../runtime/use-submit.ts";
import { useTitled } from "../runtime/use-titled.ts";
import { useViewValue } from "../runtime/use-view-value.ts";
import { Root } from "../ui/root.tsx";
import { useSettings } from "../use-settings.ts";
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
  const { adapter, session, app = session.app, id = "guard-center", initialSettings } = props;
  useState(learnCenterEnglish);
  const { state, send } = useCenter();
  const step = centerStepOf(state);
  const root = useRef<HTMLElement>(null);
  const onFault = useLatest(props.onFault ?? reportFault);
  const { instance, locale } = useI18n(props.locale ?? "en", props.messages, onFault, centerWords);
  const say = useSay(instance);
  const settings = useSettings({ adapter, app, initialSettings, onFault });
  const [news, setNews] = useState({ step, text: "" });
  // News of one step is none in the next.
  const announce = useCallback((text: string) => setNews({ step, text }), [step]);
  const submit = useCallback(
    (event: SubmitEvent) => {
      const known = eventOf(event);
      if (known) send(known);
    },
    [send],
  );
  const [drafts] = useState(createDrafts);
  const shown: CenterPartState = { at: state.at, step, status: statusOf(state), factor: proofOf(state) };
  const classOf = useClassOf(props.classNames, shown);
  const view = useViewValue({ ...props, id }, { say, locale, classOf, settings, drafts, announce, submit, titled: useTitled(step, props.onStepChange) });
  useAdvice({ root, given: props, onFault });
  useCenterFocus({ root, titleId: `${id}-title`, state, step, autoFocus: props.autoFocus });

  return (
    <ViewContext value={view}>
      <Root ref={root} state={shown} given={props} news={news.step === step ? news.text : ""}>
        {viewOf(state, session)}
      </Root>
    </ViewContext>
  );
}
