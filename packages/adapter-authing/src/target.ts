import type { SentFactor } from "@guard/contract";
import { maskEmail, readEmail } from "./email.ts";
import { asE164, maskPhone, readPhone, type Phone } from "./phone.ts";

/** Where a code goes. Authing wants it back unmasked with each call, so the adapter keeps it and tells nobody. */
export type Target = { readonly factor: "email"; readonly email: string } | { readonly factor: "sms"; readonly phone: Phone };

/** What was typed as a target of a factor; nothing where it is none. Pure. */
export function readTarget(factor: SentFactor, typed: string): Target | undefined {
  if (factor === "email") {
    const email = readEmail(typed);
    return email === undefined ? undefined : { factor, email };
  }
  const phone = readPhone(typed);
  return phone === undefined ? undefined : { factor, phone };
}

/** As a person may see it (R9b). Pure. */
export const maskTarget = (target: Target): string => (target.factor === "email" ? maskEmail(target.email) : maskPhone(target.phone));

/** One text for one address. Pure. */
export const nameOfTarget = (target: Target): string => (target.factor === "email" ? target.email : asE164(target.phone));
