import type { UserEvent } from "@guard/machine";
import { useCallback, useRef } from "react";
import { useNewest } from "./use-latest.ts";

/** The events that carry what a form holds. */
export type SubmitEvent = Extract<UserEvent, { readonly type: "PASSWORD.SUBMIT" | "IDENTIFIER.SUBMIT" | "CODE.SUBMIT" | "TARGET.SUBMIT" | "RECOVERY.SUBMIT" | "FACE.SUBMIT" }>;

/** A login, or a personal centre. */
interface Running<State, Event> {
  readonly getState: () => State;
  readonly send: (event: Event) => void;
}

/** Sends a form's event, unless the host keeps it here. While the host makes up its mind a second submit is not asked about (C-03). */
export function useSubmit<State, Step, Event>(
  { getState, send }: Running<State, Event>,
  stepOf: (state: State) => Step,
  onBeforeSubmit: ((step: Step) => boolean | Promise<boolean>) | undefined,
  onFault: (fault: unknown) => void,
): (event: Event) => void {
  const host = useNewest(onBeforeSubmit);
  const asking = useRef(false);
  return useCallback(
    (event) => {
      const ask = host();
      if (!ask) return send(event);
      if (asking.current) return;
      asking.current = true;
      const step = stepOf(getState());
      const agreed = async (): Promise<boolean> => ask(step);
      void agreed()
        // The person may have gone back meanwhile: what was agreed to is not there any more.
        .then((yes) => yes && stepOf(getState()) === step && send(event), onFault)
        .finally(() => {
          asking.current = false;
        });
    },
    [getState, send, stepOf, host, onFault],
  );
}
