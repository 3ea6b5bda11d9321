import { fixtures } from "@guard/machine/testing";
import { useRef, type ReactNode } from "react";
import { Still } from "../book/still.tsx";
import type { Worn } from "../book/worn.ts";

/** The native dialog traps focus, closes on Escape and gives focus back; the theme's sheet dresses it. */
export function InDialog(worn: Worn): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Sign in
      </button>
      <dialog ref={dialog} data-guard-dialog="" aria-labelledby="dialog-title">
        <Still {...worn} id="dialog" state={fixtures.password} headingLevel={2} />
      </dialog>
    </>
  );
}
