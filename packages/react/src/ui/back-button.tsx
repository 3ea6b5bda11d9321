import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useGuard } from "../use-guard.ts";
import { usePart } from "../view-context.ts";

/** Always there after the first step; a button, because it changes the page and goes nowhere (D14). */
export function BackButton({ children }: { readonly children: ReactNode }): ReactNode {
  const send = useGuard((guard) => guard.send);
  const part = usePart();
  return (
    <button type="button" onClick={() => send({ type: "BACK" })} {...part("back")}>
      <Icon name="back" />
      {children}
    </button>
  );
}
