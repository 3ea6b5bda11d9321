import type { ReactNode } from "react";
import type { GuardProps } from "../guard-props.ts";
import { GuardProvider } from "../guard-provider.tsx";
import { GuardShell } from "../guard-shell.tsx";
import type { NoExtras, SlotExtras } from "../slots.ts";
import { CloseButton } from "./close-button.tsx";
import { Modal } from "./modal.tsx";
import { useKept } from "./use-kept.ts";

/** The props of `<GuardDialog>`: those of `<Guard>`, and whether it is open. */
export interface GuardDialogProps<Extras extends SlotExtras = NoExtras> extends Omit<GuardProps<Extras>, "autoFocus"> {
  readonly open: boolean;
  /** Escape, the button in the corner or a press beside it: put what you hear into `open`. Closing asks nothing and loses nothing; the login goes on where it was at the next opening. */
  readonly onOpenChange: (open: boolean) => void;
}

/**
 * A login over the page it belongs to, on the browser's own `<dialog>`.
 *
 * @example
 * <GuardDialog open={open} onOpenChange={setOpen} adapter={adapter} app="demo" onSuccess={(session) => enter(session)} />
 */
export function GuardDialog<Extras extends SlotExtras = NoExtras>(props: GuardDialogProps<Extras>): ReactNode;
export function GuardDialog({ open, onOpenChange, ...guard }: GuardDialogProps): ReactNode {
  const { mounted, done } = useKept(open);
  const { id = "guard", onSuccess } = guard;
  const succeed: GuardProps["onSuccess"] = (session, more) => {
    done();
    onSuccess?.(session, more);
  };
  return (
    <Modal open={open} onOpenChange={onOpenChange} titleId={`${id}-title`}>
      {mounted && (
        <GuardProvider {...guard} onSuccess={succeed}>
          <GuardShell {...guard}>
            <CloseButton onClose={() => onOpenChange(false)} />
          </GuardShell>
        </GuardProvider>
      )}
    </Modal>
  );
}
