import type { Delivery } from "@guard/machine";
import type { ComponentProps } from "react";
import { useDelivery } from "../screens/verify/use-delivery.ts";
import { chain } from "./chain.ts";

/** Asking for another code, without its looks. */
export interface Resend {
  /** Where the last code went, as the server masked it; undefined while none has gone. */
  readonly sentTo: string | undefined;
  /** Whole seconds until another one may be asked for. */
  readonly seconds: number;
  /** One may be asked for now. */
  readonly ready: boolean;
  /** The code that was sent is over: another one is what helps (R6). */
  readonly over: boolean;
  /** For the button: it keeps its focus while it waits and does nothing meanwhile (D9). Your attributes win, both handlers run. */
  readonly getButtonProps: (own?: ComponentProps<"button">) => ComponentProps<"button">;
  /** For the element that shows `seconds`: no screen reader speaks each of them (D8). */
  readonly getTimerProps: (own?: ComponentProps<"span">) => ComponentProps<"span">;
}

/** The same for whoever sends: a login, or the personal centre. */
export function useResendOf(delivery: Delivery, send: () => void): Resend {
  const { sent, wait, over } = useDelivery(delivery);
  const ready = wait === 0 && (delivery.is === "unsent" || delivery.is === "sent");
  const press = (): void => {
    if (ready) send();
  };
  return {
    sentTo: sent?.sentTo,
    seconds: wait,
    ready,
    over,
    getButtonProps: (own = {}) => ({ type: "button", "aria-disabled": !ready, ...own, onClick: chain(own.onClick, press) }),
    getTimerProps: (own = {}) => ({ role: "timer", ...own }),
  };
}
