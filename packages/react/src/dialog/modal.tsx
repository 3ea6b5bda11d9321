import { useRef, type ReactNode } from "react";
import { useModal } from "./use-modal.ts";

interface ModalProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Of the heading that names it. */
  readonly titleId: string;
  readonly children: ReactNode;
}

/** The browser's own `<dialog>`, over the page. */
export function Modal({ open, onOpenChange, titleId, children }: ModalProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog, open);
  // What the browser closed by itself; a close of the host's, or one that it undid at once, is no news.
  const onClose = (): void => {
    if (open && !dialog.current?.open) onOpenChange(false);
  };
  return (
    <dialog ref={dialog} data-guard-dialog="" aria-labelledby={titleId} closedby="any" onClose={onClose}>
      {children}
    </dialog>
  );
}
