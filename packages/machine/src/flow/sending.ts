import type { GuardError } from "@guard/contract";
import { isSent, sent } from "./cooldown.ts";
import { withDelivery, withFailure } from "./factor.ts";
import type { FactorState, TaskId } from "./state.ts";

/** A factor whose code goes off now; one that was sent before stays good meanwhile. */
export const sendingUnder = (factor: FactorState, task: TaskId): FactorState =>
  withFailure(withDelivery(factor, isSent(factor.delivery) ? { ...factor.delivery, is: "resending", task } : { is: "sending", task }));

/** A factor whose code did not go off: what was sent before stands, and a wait that the server named is known now. */
export function sendRefused(factor: FactorState, id: TaskId, error: GuardError): FactorState {
  const { delivery } = factor;
  const back = withDelivery(factor, delivery.is === "resending" ? sent(delivery) : { is: "unsent" });
  const waits = error.code === "resend_too_soon" && back.delivery.is === "sent";
  const known = waits ? withDelivery(back, { ...back.delivery, resendAt: error.resendAt }) : back;
  return withFailure(known, { id, error, late: false });
}
