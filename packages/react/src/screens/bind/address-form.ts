import type { ReactNode } from "react";
import type { Draft } from "../../runtime/drafts.ts";

/** What a form needs that takes an address to bind. */
export interface AddressFormProps {
  /** What it starts from. */
  readonly known: string;
  readonly busy: boolean;
  /** The server's refusal in words, what it refused, and the call it came from. */
  readonly refusal: { readonly id: string; readonly text: string; readonly target: string } | undefined;
  /** Keeps what was typed while the form is away with its tab. */
  readonly drafts: (field: string) => Draft;
  /** What the button says. */
  readonly label: string;
  /** The ways beside it. */
  readonly children: ReactNode;
}
