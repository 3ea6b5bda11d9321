import { useState, type ReactNode } from "react";

/** A text, and a button that copies it. */
export function CopyText({ text, name }: { readonly text: string; readonly name: string }): ReactNode {
  const [copied, setCopied] = useState<string>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <>
      <pre>{text}</pre>
      <p>
        {/* A page that may not write to the clipboard still has the text above to be selected. */}
        <button type="button" onClick={() => void copy().catch(() => setCopied(undefined))}>
          Copy {name}
        </button>{" "}
        <span role="status">{copied === text && "Copied."}</span>
      </p>
    </>
  );
}
