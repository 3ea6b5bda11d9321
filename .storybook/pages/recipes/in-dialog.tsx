import { GuardDialog, type GuardDialogProps } from "@guard/react/dialog";
import { useState, type ReactNode } from "react";

/** A button, and the login that it opens over the page. */
export function InDialog(login: Omit<GuardDialogProps, "open" | "onOpenChange" | "onSuccess">): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Sign in
      </button>
      <GuardDialog {...login} open={open} onOpenChange={setOpen} onSuccess={() => setOpen(false)} />
    </>
  );
}
