"use client";
// Entry: @guard/react/dialog. A login over the page it belongs to; no other login loads it.
export { GuardDialog, type GuardDialogProps } from "./dialog/guard-dialog.tsx";
