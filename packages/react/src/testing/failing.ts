import type { GuardError } from "@guard/contract";
import type { ChallengeData, FactorState } from "@guard/machine";
import { failure, minutes, T0 } from "@guard/machine/testing";

export const offline: GuardError = { code: "network" };
export const rateLimited = { code: "rate_limited", retryAt: T0 + minutes(5) } as const satisfies GuardError;

/** A login whose open factor is in another situation. */
export const withFactor = <S extends { readonly challenge: ChallengeData }>(state: S, change: Partial<FactorState>): S => ({
  ...state,
  challenge: { ...state.challenge, factors: state.challenge.factors.map((each) => (each.factor === state.challenge.active ? { ...each, ...change } : each)) },
});

/** What went wrong last with the open factor. */
export const failing = <S extends { readonly challenge: ChallengeData }>(state: S, error: GuardError): S => withFactor(state, { failure: failure(error) });
