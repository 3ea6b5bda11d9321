import type { PhoneNumbers } from "./phone-numbers.ts";

/** Why what was typed can't be sent: `lost`, for nothing is here to read it with. */
export type PhoneProblem = "empty" | "short" | "long" | "notANumber" | "country" | "lost";

interface Typed {
  readonly phone: string;
  readonly country: string;
  readonly allowed: readonly string[] | undefined;
  readonly ask: () => Promise<PhoneNumbers | undefined>;
}

/** A whole international number needs nobody to read it: its "+" and its digits are E.164. */
const international = (phone: string): string | undefined => (/^\+[\d\s().-]{7,}$/.test(phone) ? phone.replace(/[^+\d]/g, "") : undefined);

/** What was typed as E.164. It waits for the chunk that can read it; without it, a number with its "+" is left to the server. */
export async function readTarget({ phone, country, allowed, ask }: Typed): Promise<{ readonly number: string } | { readonly problem: PhoneProblem }> {
  const text = phone.trim();
  if (text === "") return { problem: "empty" };
  const numbers = await ask();
  if (numbers) return numbers.read(text, country, allowed);
  const number = international(text);
  return number === undefined ? { problem: "lost" } : { number };
}
