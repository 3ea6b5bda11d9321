import type { IdentifierKind } from "@guard/contract";
import { withoutInvisible } from "../text/fold.ts";

/** What was typed, in the form it is stored in. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** "@" makes an e-mail, a leading "+" or "00" a phone, everything else a username (R1). Pure. */
export function readIdentifier(typed: string): Identifier {
  const text = withoutInvisible(typed).normalize("NFKC").trim().toLowerCase();
  if (text.includes("@")) return { kind: "email", value: text };
  if (/^(\+|00)[\d\s().-]+$/.test(text)) return { kind: "phone", value: `+${text.replace(/\D/g, "").replace(/^00/, "")}` };
  return { kind: "username", value: text };
}
