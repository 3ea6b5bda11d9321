import type { Factors, FactorState } from "./state.ts";

// Apart from its siblings: the first form asks for it, and they bring the contract's schemas.

/** The factor whose tab is open. The walker proves that it is always one that was offered. */
export function activeFactor(challenge: Factors): FactorState {
  const found = challenge.factors.find(({ factor }) => factor === challenge.active) ?? challenge.factors[0];
  if (!found) throw new Error("A challenge without factors reached the flow. Adapters must answer `factor_unavailable` instead.");
  return found;
}
