import type { ReactNode } from "react";
import type { Draft } from "../../runtime/drafts.ts";

/** What a form needs that takes an address to bind. */
export interface AddressFormProps {
  /** What it starts from. */
  readonly known: string;
  readonly busy: boolean;
  /** The server's refusal of what was typed, in words, and the call it came from. */
  readonly refusal: { readonly id: string; readonly text: string } | undefined;
  /** Keeps what was typed while the form is away with its tab. */
  readonly draft?: Draft | undefined;
  /** What the button says. */
  readonly label: string;
  /** The ways beside it. */
  readonly children: ReactNode;
}
