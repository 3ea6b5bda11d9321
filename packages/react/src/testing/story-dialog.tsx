import { useState, type ReactNode } from "react";
import { CloseButton } from "../dialog/close-button.tsx";
import { Modal } from "../dialog/modal.tsx";
import { useKept } from "../dialog/use-kept.ts";
import { StoryGuard, type StoryGuardProps } from "./story-guard.tsx";

export interface StoryDialogProps extends StoryGuardProps {
  /** Whether it is open when the story begins. */
  readonly open?: boolean;
}

/** A host's page, its button, and the dialog with a login that stands still. For stories; not part of the package. */
export function StoryDialog({ open: begins = false, ...props }: StoryDialogProps): ReactNode {
  const { id = "guard" } = props;
  const [open, setOpen] = useState(begins);
  const { mounted } = useKept(open);
  return (
    <div data-story-host="">
      <h1>Your page</h1>
      <p>It stays where it is while somebody signs in.</p>
      <button type="button" onClick={() => setOpen(true)}>
        Sign in
      </button>
      <Modal open={open} onOpenChange={setOpen} titleId={`${id}-title`}>
        {mounted && (
          <StoryGuard {...props} id={id}>
            <CloseButton onClose={() => setOpen(false)} />
          </StoryGuard>
        )}
      </Modal>
    </div>
  );
}
