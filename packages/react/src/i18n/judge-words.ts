import { loadLaterEnglish, locales, matchLocale } from "@guard/locales";
import { english, type AnyMessages } from "./create-i18n.ts";

/** Keys of the personal centre: one object of words may serve it and the login. */
const centerKey = /^(center|stepUp|add|unbind|renew|signedOut)\./;

const baseOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

/** The keys of `messages` that no view asks for. */
export function strangeKeys(messages: AnyMessages, known: AnyMessages): readonly string[] {
  const isKnown = (key: string): boolean => key in known || (baseOf(key) !== key && `${baseOf(key)}_other` in known);
  const isForTheCenter = (key: string): boolean => !("center.title" in known) && centerKey.test(key);
  return Object.keys(messages).filter((key) => !isKnown(key) && !isForTheCenter(key));
}

// A host that renders often hands in the same mistake often.
const told = new Set<string>();

function tell(onFault: (fault: unknown) => void, message: string): void {
  if (told.has(message)) return;
  told.add(message);
  onFault(new Error(message));
}

/** Tells a developer, once, which of the words handed in can't be used: what, why, and the remedy. `locale`: the language that is spoken. */
export async function judgeWords(asked: string, locale: string, messages: AnyMessages | undefined, onFault: (fault: unknown) => void): Promise<void> {
  if (locale === "en" && matchLocale(asked) !== "en") {
    tell(onFault, `locale="${asked}" is none of the languages that ship (${locales.join(", ")}), so English is shown. Use one of these tags, or hand a whole language in: messages={yours}.`);
  }
  const strange = messages ? strangeKeys(messages, { ...english, ...(await loadLaterEnglish()) }) : [];
  if (strange.length === 0) return;
  const keys = strange.map((key) => `"${key}"`).join(", ");
  tell(onFault, `messages has ${keys}, which no view asks for, so nobody will ever read it. Correct or remove it: the type MessageOverrides lists every key.`);
}
