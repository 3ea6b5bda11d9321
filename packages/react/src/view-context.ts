import type { IdentifierKind, Settings } from "@guard/contract";
import { createContext, use } from "react";
import type { GuardProps } from "./guard-props.ts";
import type { Say } from "./i18n/create-i18n.ts";
import { partProps, type Part, type PartProps } from "./parts.ts";
import type { Drafts } from "./runtime/drafts.ts";
import type { SubmitEvent } from "./runtime/use-submit.ts";
import type { SlotExtras } from "./slots.ts";

/** What every view of one Guard shares. */
export interface ViewContextValue
  extends Required<Pick<GuardProps, "id" | "locale" | "slots" | "links" | "autoSubmit" | "showTarget" | "codeLayout" | "factorPicker" | "headingLevel">> {
  readonly say: Say;
  /** What the host's components get besides ours. */
  readonly slotProps: SlotExtras;
  /** The host's class of a part. */
  readonly classOf: (part: Part) => string | undefined;
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

/** Attributes of a part: its slot, a class of ours where it has one, and the host's. */
export function usePart(): (part: Part, own?: string) => PartProps {
  const { classOf } = useView();
  return (part, own) => partProps(part, own, classOf(part));
}
