import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useGuard } from "../use-guard.ts";
import { usePart } from "../view-context.ts";

/** The way back; what it leads to is the caller's. */
export function BackLink({ onBack, children }: { readonly onBack: () => void; readonly children: ReactNode }): ReactNode {
  const part = usePart();
  return (
    <button type="button" onClick={onBack} {...part("back")}>
      <Icon name="back" />
      {children}
    </button>
  );
}

/** Always there after the first step; a button, because it changes the page and goes nowhere (D14). */
export function BackButton({ children }: { readonly children: ReactNode }): ReactNode {
  const send = useGuard((guard) => guard.send);
  return <BackLink onBack={() => send({ type: "BACK" })}>{children}</BackLink>;
}
