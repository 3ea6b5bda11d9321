import type { GuardEvent, State } from "../flow/index.ts";
import type { Jump } from "./inspected-machine.ts";

/** What may be read of a state or an event: its words and numbers, and dots for everything else. */
export type Told = string | number | boolean | readonly Told[] | { readonly [key: string]: Told };

/** What stands for what is not shown. */
export const REDACTED = "•••";

// A list of what is shown and not of what is hidden: a new secret is hidden before anybody thinks of it.
const words: ReadonlySet<string> = new Set(["at", "is", "type", "to", "need", "active", "factor", "from", "method", "status", "trigger", "amr", "situation"]);

/** `code` is a word of the closed list where an error says it, and a secret everywhere else. */
const isWord = (key: string, within: string): boolean => words.has(key) || (key === "code" && within === "error");

function tell(value: unknown, key: string, within: string): Told {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return isWord(key, within) ? value : REDACTED;
  if (Array.isArray(value)) return value.map((each) => tell(each, key, within));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return REDACTED;
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(known.map(([name, each]) => [name, tell(each, name, key)]));
}

/** A state without secrets, tokens, names and addresses: what is copied out of an inspector ends in bug reports. */
export const tellState = (state: State): Told => tell(state, "", "");

/** An event in the same way. */
export const tellEvent = (event: GuardEvent | Jump): Told => tell(event, "", "");
