import { en, type Messages } from "@guard/locales";
import { centerEn, type CenterMessages } from "@guard/locales/center";

/** English about 40 % longer, as German and Finnish are; placeholders stay whole (F13). */
const stretch = (text: string): string =>
  text
    .split(/(\{\{\w+\}\})/)
    .map((piece) => (piece.startsWith("{{") ? piece : piece.replace(/[aeiou]/g, "$&$&")))
    .join("");

const allOf = (messages: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, stretch(text)]));

export const stretched = allOf(en) as unknown as Messages;
export const stretchedCenter = allOf({ ...en, ...centerEn }) as unknown as Messages & CenterMessages;
