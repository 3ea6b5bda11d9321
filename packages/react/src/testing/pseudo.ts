import type { AnyMessages } from "../i18n/create-i18n.ts";

/** BCP 47's own tag for a made-up English. */
export const PSEUDO = "en-XA";

const accents: Readonly<Record<string, string>> = { a: "á", c: "ç", e: "é", i: "î", n: "ñ", o: "ö", s: "š", u: "ü", y: "ý", A: "Å", E: "É", I: "Î", O: "Ø", S: "Š", U: "Û" };
const accented = (text: string): string => text.replace(/[aceinosuyAEIOSU]/g, (letter) => accents[letter] ?? letter);

// Longer words, not more of them: it is the long word that overflows.
const stretched = (text: string): string => text.replace(/[aeious]/g, "$&$&");

/** One sentence of the made-up language: accents show what is not translated, brackets what is cut off, and it is about 40 % longer, as German and Finnish are (F13). Values stay whole. */
export function pseudoText(text: string): string {
  if (!/[a-z]/i.test(text.replaceAll(/\{\{\w+\}\}/g, ""))) return text;
  const pieces = text.split(/(\{\{\w+\}\})/).map((piece) => (piece.startsWith("{{") ? piece : accented(stretched(piece))));
  return `[${pieces.join("")}]`;
}

/** The same for every sentence. For Storybook and tests: no package ships it. */
export const pseudoMessages = <Words extends AnyMessages>(english: Words): { [Key in keyof Words]: string } =>
  Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudoText(text ?? "")])) as { [Key in keyof Words]: string };
