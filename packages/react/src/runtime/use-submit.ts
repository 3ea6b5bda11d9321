import { stepOf, type Guard, type Step, type UserEvent } from "@guard/machine";
import { useCallback, useRef } from "react";
import type { GuardProps } from "../guard-props.ts";
import { useNewest } from "./use-latest.ts";

/** The events that carry what a form holds. */
export type SubmitEvent = Extract<UserEvent, { readonly type: "PASSWORD.SUBMIT" | "IDENTIFIER.SUBMIT" | "CODE.SUBMIT" | "TARGET.SUBMIT" | "RECOVERY.SUBMIT" | "FACE.SUBMIT" }>;

/** Sends a form's event, unless the host keeps it here. While the host makes up its mind a second submit is not asked about (C-03). */
export function useSubmit(guard: Guard, onBeforeSubmit: GuardProps["onBeforeSubmit"], onFault: (fault: unknown) => void): (event: SubmitEvent) => void {
  const host = useNewest(onBeforeSubmit);
  const asking = useRef(false);
  return useCallback(
    (event) => {
      const ask = host();
      if (!ask) return guard.send(event);
      if (asking.current) return;
      asking.current = true;
      const step: Step = stepOf(guard.getState());
      const agreed = async (): Promise<boolean> => ask(step);
      void agreed()
        // The person may have gone back meanwhile: what was agreed to is not there any more.
        .then((yes) => yes && stepOf(guard.getState()) === step && guard.send(event), onFault)
        .finally(() => {
          asking.current = false;
        });
    },
    [guard, host, onFault],
  );
}
