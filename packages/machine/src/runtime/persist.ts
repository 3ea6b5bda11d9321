import * as v from "valibot";
import type { Resumable } from "../flow/index.ts";

/** What survives a reload; in a browser `sessionStorage`. */
export interface Persistence {
  /** Takes the place and answers what was left there. */
  open(): Resumable | undefined;
  write(record: Resumable | undefined): void;
  /** Gives the place up; what was written stays for the next one. */
  close(): void;
}

const Milliseconds = v.pipe(v.number(), v.finite());

const Record = v.variant("is", [
  v.strictObject({
    is: v.literal("challenge"),
    token: v.string(),
    active: v.picklist(["email", "sms", "totp", "face", "recovery"]),
    expiresAt: Milliseconds,
    offset: Milliseconds,
  }),
  v.strictObject({ is: v.literal("lock"), lockedUntil: Milliseconds, offset: Milliseconds }),
]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Nothing is kept: a reload starts again at the password. */
export const forgetful: Persistence = { open: () => undefined, write: () => undefined, close: () => undefined };

// Keys that a living Guard of this page holds: a second one neither resumes nor overwrites the first one's login (law 8).
const held = new Set<string>();

/** Keeps the record of one Guard in the tab's storage under `guard:1:<app>:<id>`. A record of another version or shape is dropped. */
export function sessionPersistence(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, app: string, id: string): Persistence {
  const key = `guard:1:${app}:${id}`;
  let holds = false;
  return {
    open() {
      if (held.has(key)) return undefined;
      held.add(key);
      holds = true;
      const text = storage.getItem(key);
      const record = v.safeParse(Record, text === null ? undefined : parse(text));
      return record.success ? record.output : undefined;
    },
    write(record) {
      if (!holds) return;
      if (record) storage.setItem(key, JSON.stringify(record));
      else storage.removeItem(key);
    },
    close() {
      if (holds) held.delete(key);
      holds = false;
    },
  };
}
