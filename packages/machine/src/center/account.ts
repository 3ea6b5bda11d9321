import type { Binding, Factor, SteppedUp, Time, TrustedDevice } from "@guard/contract";
import { hasPassed } from "../flow/cooldown.ts";

/** How a step-up can be done: by a bound factor, or by the password where none is bound (R18). */
export type ProofMethod = Factor | "password";

/** What the server said last of an account. Only what this adapter can do is in it. */
export interface Account {
  readonly bindings: readonly Binding[];
  readonly bindable: readonly Factor[];
  /** Empty: none of the ways to prove oneself can be gone here. */
  readonly proofs: readonly ProofMethod[];
  readonly steppedUpUntil?: Time | undefined;
  readonly recoveryCodeAt?: Time | undefined;
  /** A recovery code can be made, whether there is one or not: an authenticator app is bound, or there is one already (R16, R18). */
  readonly renewable: boolean;
  /** Absent: this backend trusts no devices (R24). */
  readonly devices?: readonly TrustedDevice[];
}

/** Whether the last proof still counts, by the server's clock (R18). The server judges; this spares a call that would be refused. */
export const isProven = ({ steppedUpUntil }: Account, serverNow: number): boolean => steppedUpUntil !== undefined && !hasPassed(steppedUpUntil, serverNow);

export const proven = (account: Account, { steppedUpUntil }: SteppedUp): Account => ({ ...account, steppedUpUntil });

/** The server wants another proof, whatever was thought to be known. */
export function unproven(account: Account): Account {
  const { steppedUpUntil: _, ...rest } = account;
  return rest;
}
