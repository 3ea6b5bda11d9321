import type { Factor } from "@guard/contract";
import type { Runners } from "../factors/registry.ts";
import { mayBind, usableFactor } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** What a password login still needs. */
export type Need =
  | { readonly kind: "nothing"; readonly bypassed: boolean }
  | { readonly kind: "factor"; readonly need: "verify" | "bind"; readonly factors: readonly [Factor, ...Factor[]] }
  /** The account has factors, but none that counts here and can run: never a bind (R8). */
  | { readonly kind: "unavailable" };

/** Decides by policy, bypass and bindings (R2, R3, R4, R8, R16a). Pure. */
export function decideNeed(standing: Standing, runners: Runners): Need {
  const { account, policy } = standing;
  if (policy.factors.length === 0) return { kind: "nothing", bypassed: false };
  if (account.mfaDisabled === 1) return { kind: "nothing", bypassed: true };
  const runnable = policy.factors.filter((factor) => runners.has(factor));
  const bound = runnable.filter((factor) => usableFactor(standing, factor) !== undefined);
  const open = runnable.filter((factor) => mayBind(standing, factor));
  // Beside a bound factor others are open only under the policy `always`.
  if (bound.length > 0) return ask("verify", [...bound, ...open]);
  return ask("bind", open);
}

function ask(need: "verify" | "bind", [first, ...others]: readonly Factor[]): Need {
  return first === undefined ? { kind: "unavailable" } : { kind: "factor", need, factors: [first, ...others] };
}
