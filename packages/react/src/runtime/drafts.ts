/** What was typed into one field that went with its tab, and comes back with it. */
export interface Draft {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

/** Typed and not sent yet, by challenge and field (R13). In memory only and never in the machine's state (law 7). */
export interface Drafts {
  readonly of: (challenge: string, field: string) => Draft;
  readonly clear: () => void;
}

export function createDrafts(): Drafts {
  const typed = new Map<string, string>();
  return {
    of: (challenge, field) => {
      const key = `${challenge} ${field}`;
      return { read: () => typed.get(key) ?? "", write: (text) => void typed.set(key, text) };
    },
    clear: () => typed.clear(),
  };
}
