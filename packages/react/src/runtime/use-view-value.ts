import type { IdentifierKind, Settings } from "@guard/contract";
import { useMemo } from "react";
import type { GuardProps } from "../guard-props.ts";
import type { Part } from "../parts.ts";
import type { Say } from "../i18n/create-i18n.ts";
import type { Drafts } from "./drafts.ts";
import type { SubmitEvent } from "./use-submit.ts";
import type { ViewContextValue } from "../view-context.ts";

const anyIdentifier: readonly IdentifierKind[] = ["email", "phone", "username"];
const none = {};

/** The props of a Guard that its views read. */
type ViewProps = Required<Pick<GuardProps, "id">> & Pick<GuardProps, "slots" | "slotProps" | "links" | "autoSubmit" | "showTarget" | "codeLayout" | "factorPicker" | "headingLevel" | "identifiers">;

interface Shared {
  readonly say: Say;
  /** The language that is spoken, which need not be the one that was asked for. */
  readonly locale: string;
  readonly classOf: (part: Part) => string | undefined;
  readonly settings: Settings | undefined;
  readonly drafts: Drafts;
  readonly announce: (text: string) => void;
  readonly titled: (title: string) => void;
  readonly submit: (event: SubmitEvent) => void;
}

/** Props with their defaults, and what the shell adds, as one value that changes only when a part of it does. */
export function useViewValue(props: ViewProps, { say, locale, classOf, settings, drafts, announce, titled, submit }: Shared): ViewContextValue {
  const { id, slots = none, slotProps = none, links = none } = props;
  const { autoSubmit = true, showTarget = "masked", codeLayout = "boxes", factorPicker = "auto", headingLevel = 2 } = props;
  const identifiers = props.identifiers ?? settings?.identifiers ?? anyIdentifier;
  return useMemo(
    () => ({ id, locale, slots, slotProps, links, autoSubmit, showTarget, codeLayout, factorPicker, headingLevel, identifiers, say, classOf, settings, drafts, announce, titled, submit }),
    [id, locale, slots, slotProps, links, autoSubmit, showTarget, codeLayout, factorPicker, headingLevel, identifiers, say, classOf, settings, drafts, announce, titled, submit],
  );
}
