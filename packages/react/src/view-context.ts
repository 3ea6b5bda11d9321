import type { IdentifierKind, Settings } from "@guard/contract";
import { createContext, use } from "react";
import type { GuardProps } from "./guard-props.ts";
import type { Say } from "./i18n/create-i18n.ts";
import { partProps, type Part } from "./parts.ts";
import type { Drafts } from "./runtime/drafts.ts";
import type { SubmitEvent } from "./runtime/use-submit.ts";

/** What every view of one Guard shares. */
export interface ViewContextValue
  extends Required<Pick<GuardProps, "id" | "locale" | "classNames" | "slots" | "links" | "autoSubmit" | "showTarget" | "codeLayout" | "factorPicker" | "headingLevel">> {
  readonly say: Say;
  readonly identifiers: readonly IdentifierKind[];
  readonly settings: Settings | undefined;
  /** What was typed into fields that are not on screen just now. */
  readonly drafts: Drafts;
  /** Sends what a form holds, if the host lets it go. */
  readonly submit: (event: SubmitEvent) => void;
  /** Speaks politely, once (4.1.3). */
  readonly announce: (text: string) => void;
  /** Tells the host which step shows, by its heading. */
  readonly titled: (title: string) => void;
}

export const ViewContext = createContext<ViewContextValue | undefined>(undefined);

export function useView(): ViewContextValue {
  const view = use(ViewContext);
  if (!view) throw new Error("A view of Guard stands outside of <Guard>, so it has no words and no parts. Render it inside <Guard>.");
  return view;
}

/** Attributes of a part, with the host's class. */
export function usePart(): (part: Part) => ReturnType<typeof partProps> {
  const { classNames } = useView();
  return (part) => partProps(part, classNames);
}
