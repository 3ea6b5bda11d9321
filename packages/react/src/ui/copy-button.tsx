import type { ReactNode, RefObject } from "react";
import { usePart, useView } from "../view-context.ts";

interface CopyButtonProps {
  readonly text: string;
  /** Where the text stands: selected when the page may not write to the clipboard. */
  readonly shown: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Copies, and says so. Where the page may not, the text is selected for the person's own copy. */
export function CopyButton({ text, shown, children }: CopyButtonProps): ReactNode {
  const { say, announce } = useView();
  const part = usePart();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      announce(say("copy.done"));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      announce(say("copy.byHand"));
    }
  };
  return (
    <button type="button" onClick={() => void copy()} {...part("resend")}>
      {children}
    </button>
  );
}
