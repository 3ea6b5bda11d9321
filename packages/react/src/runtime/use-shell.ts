import { useCallback, useRef, useState, type RefObject } from "react";
import { useAdvice } from "../development/use-advice.ts";
import type { GuardProps } from "../guard-props.ts";
import type { AnyMessages } from "../i18n/create-i18n.ts";
import { useI18n, type Words } from "../i18n/use-i18n.ts";
import { useSay } from "../i18n/use-say.ts";
import type { ClassNames, PartState } from "../parts.ts";
import { useSettings } from "../use-settings.ts";
import type { ViewContextValue } from "../view-context.ts";
import { createDrafts } from "./drafts.ts";
import { useClassOf } from "./use-class-of.ts";
import type { SubmitEvent } from "./use-submit.ts";
import { useTitled } from "./use-titled.ts";
import { useViewValue } from "./use-view-value.ts";

type Shared = "adapter" | "locale" | "theme" | "slots" | "slotProps" | "links" | "initialSettings" | "autoSubmit" | "showTarget" | "codeLayout" | "factorPicker" | "headingLevel" | "identifiers";

/** What a host hands to a login as to a personal centre, and what only the one that runs knows. */
interface ShellProps<At extends string, Step extends string> extends Pick<GuardProps, Shared>, Required<Pick<GuardProps, "id" | "app" | "onFault">> {
  readonly messages?: AnyMessages;
  readonly classNames?: ClassNames<PartState<At, Step>>;
  readonly onStepChange?: (change: { readonly step: Step; readonly title: string }) => void;
  readonly shown: PartState<At, Step>;
  readonly words?: Words;
  readonly submit: (event: SubmitEvent) => void;
}

interface Shell {
  readonly root: RefObject<HTMLElement | null>;
  readonly view: ViewContextValue;
  /** What the polite region says. */
  readonly news: string;
}

/** What stands around the views of a login as of a personal centre: words, settings, drafts, the one polite region. */
export function useShell<At extends string, Step extends string>(props: ShellProps<At, Step>): Shell {
  const { shown, submit, onFault } = props;
  const { step } = shown;
  const root = useRef<HTMLElement>(null);
  const { instance, locale } = useI18n(props.locale ?? "en", props.messages, onFault, props.words);
  const say = useSay(instance);
  const settings = useSettings(props);
  const [news, setNews] = useState({ step, text: "" });
  // News of one step is none in the next: the region stays readable after it has spoken.
  const announce = useCallback((text: string) => setNews({ step, text }), [step]);
  const [drafts] = useState(createDrafts);
  const classOf = useClassOf(props.classNames, shown);
  const view = useViewValue(props, { say, locale, classOf, settings, drafts, announce, submit, titled: useTitled(step, props.onStepChange, onFault) });
  useAdvice({ root, given: props, onFault });
  return { root, view, news: news.step === step ? news.text : "" };
}
