import type { Say } from "./create-i18n.ts";

const MINUTE = 60_000;

/** Codes come and are typed in Latin digits; a sentence with both kinds would be hard to read (G4). */
const digits = { numberingSystem: "latn" } as const;

/** A length of time in words: minutes from one minute up, seconds below (E2). `ms` is rounded up. */
export function formatDuration(ms: number, locale: string): string {
  const [count, unit] = ms >= MINUTE ? [Math.ceil(ms / MINUTE), "minute"] : [Math.ceil(ms / 1000), "second"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", ...digits }).format(count);
}

/** A countdown on a clock's face: `0:42`. Latin digits in every language, so that the width never jumps (G4). */
export function formatTimer(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The hour and minute of a deadline, as the reader's clock shows it; rounded up, so that it is over by then. */
export function formatTime(epochMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", ...digits }).format(Math.ceil(epochMs / MINUTE) * MINUTE);
}

/** A day, as the reader writes it. */
export const formatDay = (epochMs: number, locale: string): string => new Intl.DateTimeFormat(locale, { dateStyle: "medium", ...digits }).format(epochMs);

/** An ISO 8601 length for `<time datetime>`: `PT59M40S`. */
export function isoDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}

/** "email, phone, or username", in the language's own way, with a capital where a sentence starts. By our sentences: a first `Intl.ListFormat` costs 20 ms, before anything is painted. */
export function formatChoice(say: Say, [first = "", second, third]: readonly string[], locale: string): { readonly inside: string; readonly start: string } {
  const inside = second === undefined ? first : third === undefined ? say("identifier.two", { first, second }) : say("identifier.three", { first, second, third });
  return { inside, start: inside.charAt(0).toLocaleUpperCase(locale) + inside.slice(1) };
}
