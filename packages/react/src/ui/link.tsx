import type { ReactNode } from "react";
import type { LinkTarget } from "../guard-props.ts";
import { usePart } from "../view-context.ts";

/** A link where the host gave a URL, a button where it gave a function, nothing where it gave neither. */
export function GuardLink({ to, children }: { readonly to: LinkTarget | undefined; readonly children: ReactNode }): ReactNode {
  const part = usePart();
  if (to === undefined) return null;
  if (typeof to === "string") {
    return (
      <a href={to} {...part("link")}>
        {children}
      </a>
    );
  }
  return (
    <button type="button" onClick={to} {...part("link")}>
      {children}
    </button>
  );
}
