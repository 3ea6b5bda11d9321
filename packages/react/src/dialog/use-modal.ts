import { useLayoutEffect, type RefObject } from "react";

/** Where a person goes on: at the first field of the first step, at the heading of any other. */
function focusStep(dialog: HTMLDialogElement): void {
  const title = dialog.getAttribute("aria-labelledby") ?? "";
  (dialog.querySelector<HTMLElement>('[data-step="password"] form input') ?? document.getElementById(title))?.focus();
}

/** Keeps the element as the host wants it. The browser itself holds the focus inside, and gives it back to where it was. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, open: boolean): void {
  // At each render: a host that keeps it open after Escape gets it back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (!open) return element.close();
    element.showModal();
    focusStep(element);
  });
  // An open dialog that is only removed leaves the focus nowhere.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, [dialog]);
}
