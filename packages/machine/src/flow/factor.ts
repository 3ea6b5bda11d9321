import { isSentFactor, type ChallengeFactor, type GuardError, type OfferedFactor } from "@guard/contract";
import { isSent, sent } from "./cooldown.ts";
import type { Delivery, Factors, Failure, FactorState, TaskId } from "./state.ts";

/** The factor whose tab is open. The walker proves that it is always one that was offered. */
export function activeFactor(challenge: Factors): FactorState {
  const found = challenge.factors.find(({ factor }) => factor === challenge.active) ?? challenge.factors[0];
  if (!found) throw new Error("A challenge without factors reached the flow. Adapters must answer `factor_unavailable` instead.");
  return found;
}

/** The challenge with one of its factors replaced; the others keep their identity. */
export function withFactor<Of extends Factors>(challenge: Of, factor: ChallengeFactor, change: (factor: FactorState) => FactorState): Of {
  return { ...challenge, factors: challenge.factors.map((each) => (each.factor === factor ? change(each) : each)) };
}

export const withDelivery = (factor: FactorState, delivery: Delivery): FactorState => ({ ...factor, delivery });

export function withFailure(factor: FactorState, failure?: Failure): FactorState {
  const { failure: _old, ...clean } = factor;
  return failure ? { ...clean, failure } : clean;
}

/** What went wrong with the factor whose screen is open. */
export const failActive = <Of extends Factors>(challenge: Of, failure: Failure): Of => withFactor(challenge, challenge.active, (each) => withFailure(each, failure));

/** The factor that a running send belongs to. */
export function sendingFactor(challenge: Factors, task: TaskId): FactorState | undefined {
  return challenge.factors.find(({ delivery }) => (delivery.is === "sending" || delivery.is === "resending") && delivery.task === task);
}

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

function offeredDelivery({ factor, sentTo, resendAt, expiresAt }: OfferedFactor): Delivery {
  if (!isSentFactor(factor)) return { is: "notNeeded" };
  if (sentTo === undefined || resendAt === undefined || expiresAt === undefined) return { is: "unsent" };
  return sent({ sentTo, resendAt, expiresAt });
}

export const fromOffer = (offer: OfferedFactor): FactorState => ({ factor: offer.factor, bound: offer.bound, delivery: offeredDelivery(offer) });
