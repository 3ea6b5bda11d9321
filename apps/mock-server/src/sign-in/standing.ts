import type { Factor } from "@guard/contract";
import { effectivePolicy } from "../policy/effective-policy.ts";
import type { Policy } from "../policy/effective-policy.ts";
import { findApplication, findGlobalRules } from "../store/application.ts";
import type { Application } from "../store/application.ts";
import { listBindings } from "../store/binding.ts";
import { findRecoveryMac } from "../store/recovery-code.ts";
import type { Account, Binding } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";

/** How an account stands towards an application: everything a decision about its login rests on. */
export interface Standing {
  readonly account: Account;
  readonly application: Application;
  readonly policy: Policy;
  readonly bindings: readonly Binding[];
  /** The MAC of the account's recovery code, if it has one (R15). */
  readonly recoveryMac: string | undefined;
}

/** Nothing when the application is gone. */
export async function readStanding(tx: Tx, account: Account, app: string): Promise<Standing | undefined> {
  const application = await findApplication(tx, app);
  if (application === undefined) return undefined;
  const policy = effectivePolicy(application, await findGlobalRules(tx));
  const recoveryMac = await findRecoveryMac(tx, account.id);
  return { account, application, policy, bindings: await listBindings(tx, account.id), recoveryMac };
}

/** A factor that counts as bound in an application. */
export interface UsableFactor {
  readonly factor: Factor;
  /** Null for a factor without an address. */
  readonly target: string | null;
  /** The row that binds it; none for a login address. */
  readonly binding: Binding | undefined;
}

/** Whether `factor` is bound here: a row of this scope, else the verified login address (R16a). Pure. */
export function usableFactor(standing: Standing, factor: Factor): UsableFactor | undefined {
  const bound = rowOf(standing, factor);
  if (bound !== undefined) return { factor, target: bound.target, binding: bound };
  const target = loginAddress(standing.account, factor);
  return target === null ? undefined : { factor, target, binding: undefined };
}

const rowOf = ({ bindings, policy }: Standing, factor: Factor) => bindings.find((binding) => binding.factor === factor && binding.scope === policy.scope);

/** Whether `factor` is bound anywhere: the newest row, else the verified login address. Enough to prove who somebody is, not to sign in (R8). Pure. */
export function provableFactor({ account, bindings }: Standing, factor: Factor): UsableFactor | undefined {
  const bound = bindings.findLast((binding) => binding.factor === factor);
  if (bound !== undefined) return { factor, target: bound.target, binding: bound };
  const target = loginAddress(account, factor);
  return target === null ? undefined : { factor, target, binding: undefined };
}

/** Whether a factor that counts here was bound at a moment, not later; a login address always was. Pure. */
export function isBoundSince(standing: Standing, factor: Factor, moment: number): boolean {
  const bound = rowOf(standing, factor);
  return bound === undefined ? loginAddress(standing.account, factor) !== null : bound.boundAt <= moment;
}

/** Whether the account has nothing bound in any scope; then a login may bind (R8, S-26). Pure. */
export function hasNothingBound({ account, bindings }: Standing): boolean {
  return bindings.length === 0 && loginAddress(account, "email") === null && loginAddress(account, "sms") === null;
}

/** The login address a factor sends to, where it is verified. Pure. */
export function loginAddress(account: Account, factor: Factor): string | null {
  if (factor === "email") return account.emailVerified === 1 ? account.email : null;
  if (factor === "sms") return account.phoneVerified === 1 ? account.phone : null;
  return null;
}
