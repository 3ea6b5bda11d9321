import type { Resumable } from "../flow/index.ts";
import { readRecord } from "./read-record.ts";

/** What survives a reload; in a browser `sessionStorage`. */
export interface Persistence {
  /** Takes the place and answers what was left there. `isWatched` says, at any later time, whether anybody still looks at this login. */
  open(isWatched: () => boolean): Resumable | undefined;
  /** Throws where the storage takes nothing more; then nothing is left there to resume. */
  write(record: Resumable | undefined): void;
  /** Gives the place up; what was written stays for the next one. */
  close(): void;
}

/** Nothing is kept: a reload starts again at the password. */
export const forgetful: Persistence = { open: () => undefined, write: () => undefined, close: () => undefined };

// Who holds a key of this page: a second Guard neither resumes nor overwrites the login of one that somebody looks at (law 8).
const holders = new Map<string, { isWatched: () => boolean }>();

/** Keeps the record of one Guard in the tab's storage under `guard:1:<app>:<id>`. A record of another version or shape is dropped. */
export function sessionPersistence(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, app: string, id: string): Persistence {
  const key = `guard:1:${app}:${id}`;
  const self = { isWatched: () => true };
  // A login that only lingers yields to the one that took its place on the page, once that has something of its own to say.
  const hold = (): boolean => {
    const holder = holders.get(key);
    if (holder !== undefined && holder !== self && holder.isWatched()) return false;
    holders.set(key, self);
    return true;
  };
  return {
    open(isWatched) {
      self.isWatched = isWatched;
      if (holders.has(key)) return undefined;
      holders.set(key, self);
      const text = storage.getItem(key);
      return text === null ? undefined : readRecord(text);
    },
    write(record) {
      if (!hold()) return;
      // First the older one: a full storage must not bring an earlier step back.
      storage.removeItem(key);
      if (record) storage.setItem(key, JSON.stringify(record));
    },
    close() {
      if (holders.get(key) === self) holders.delete(key);
    },
  };
}
