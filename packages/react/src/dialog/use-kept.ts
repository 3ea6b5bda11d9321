import { useState } from "react";

/** `none`: not opened yet, or closed after it was done. */
type Kept = "none" | "running" | "done";

/** Whether a login is mounted: from the first opening on, and while it is away. What was done is forgotten at closing, so that the next opening starts anew. */
export function useKept(open: boolean): { readonly mounted: boolean; readonly done: () => void } {
  const [kept, setKept] = useState<Kept>("none");
  const next = open ? (kept === "none" ? "running" : kept) : kept === "done" ? "none" : kept;
  if (next !== kept) setKept(next);
  return { mounted: next !== "none", done: () => setKept("done") };
}
