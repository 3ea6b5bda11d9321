import { isSentFactor, type ChallengeFactor, type OfferedFactor } from "@guard/contract";
import { sent } from "./cooldown.ts";
import type { Delivery, Factors, Failure, FactorState, TaskId } from "./state.ts";

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

function offeredDelivery({ factor, sentTo, resendAt, expiresAt }: OfferedFactor): Delivery {
  if (!isSentFactor(factor)) return { is: "notNeeded" };
  if (sentTo === undefined || resendAt === undefined || expiresAt === undefined) return { is: "unsent" };
  return sent({ sentTo, resendAt, expiresAt });
}

export const fromOffer = (offer: OfferedFactor): FactorState => ({ factor: offer.factor, bound: offer.bound, delivery: offeredDelivery(offer) });
