import type { ThemeInput } from "@guard/theme/studio";
import { useState, type ReactNode } from "react";
import type { Worn } from "../book/worn.ts";
import { fromShared, toShared } from "./share.ts";
import { ThemeStudio } from "./theme-studio.tsx";

interface SharedStudioProps extends Pick<Worn, "locale" | "dir"> {
  /** The theme in the address. */
  readonly shared: string;
  readonly onShare: (shared: string) => void;
}

/** A theme that is changed here and told to the address behind it: the way there and back takes longer than the next key. */
export function SharedStudio({ shared, onShare, ...worn }: SharedStudioProps): ReactNode {
  const [input, setInput] = useState(() => fromShared(shared));
  const [told] = useState(() => new Set([shared]));
  const [seen, setSeen] = useState(shared);
  if (shared !== seen) {
    setSeen(shared);
    if (!told.has(shared)) setInput(fromShared(shared));
  }

  const change = (next: ThemeInput): void => {
    const word = toShared(next);
    told.add(word);
    setInput(next);
    onShare(word);
  };
  return (
    <>
      {!input && <p role="alert">This link carries no theme: it was cut short or changed on its way. Here is the default look instead.</p>}
      <ThemeStudio {...worn} input={input ?? {}} onChange={change} />
    </>
  );
}
