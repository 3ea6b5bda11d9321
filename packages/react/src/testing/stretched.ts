import { en, type Messages } from "@guard/locales";

/** English about 40 % longer, as German and Finnish are; placeholders stay whole (F13). */
const stretch = (text: string): string =>
  text
    .split(/(\{\{\w+\}\})/)
    .map((piece) => (piece.startsWith("{{") ? piece : piece.replace(/[aeiou]/g, "$&$&")))
    .join("");

export const stretched = Object.fromEntries(Object.entries(en).map(([key, text]) => [key, stretch(text)])) as unknown as Messages;
