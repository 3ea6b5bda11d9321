/** What was typed into one field that went with its tab, and comes back with it. */
export interface Draft {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

/** Typed and not sent yet, by challenge and method (R13). In memory only and never in the machine's state (law 7). */
export interface Drafts {
  readonly of: (challenge: string, method: string) => Draft;
  readonly clear: () => void;
}

export function createDrafts(): Drafts {
  const typed = new Map<string, string>();
  return {
    of: (challenge, method) => {
      const key = `${challenge} ${method}`;
      return { read: () => typed.get(key) ?? "", write: (text) => void typed.set(key, text) };
    },
    clear: () => typed.clear(),
  };
}
