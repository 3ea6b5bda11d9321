import type { ReactNode } from "react";
import { Sign } from "../ui/sign.tsx";
import { usePart, useView } from "../view-context.ts";

/** Last in the order of Tab, in the corner for the eye: a phone has no Escape and hardly any backdrop. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { say } = useView();
  const part = usePart();
  return (
    <button type="button" aria-label={say("dialog.close")} onClick={onClose} {...part("close")}>
      <Sign name="close" />
    </button>
  );
}
