import { activeFactor, type Delivery, type State } from "@guard/machine";
import { useResendOf, type Resend } from "../runtime/use-resend-of.ts";
import { useGuard } from "../use-guard.ts";

const none: Delivery = { is: "notNeeded" };

/** The delivery of the code that the login waits for. */
function deliveryOf(state: State): Delivery {
  if ("delivery" in state) return state.delivery;
  return "challenge" in state && state.challenge ? activeFactor(state.challenge).delivery : none;
}

/** Sending a code and sending it anew, with its countdown, for your own markup. */
export function useResend(): Resend {
  const { state, send } = useGuard();
  return useResendOf(deliveryOf(state), () => send({ type: "CODE.SEND" }));
}
