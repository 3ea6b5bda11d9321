import { Factor } from "@guard/contract";
import type { ChallengeFactor, Need as ChallengeNeed } from "@guard/contract";
import type { Runners } from "../factors/registry.ts";
import { hasNothingBound, provableFactor, usableFactor } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** What a login that asks for a second factor still needs. */
export type Need =
  | { readonly kind: "nothing"; readonly bypassed: boolean }
  | { readonly kind: "factor"; readonly need: ChallengeNeed; readonly factors: readonly [ChallengeFactor, ...ChallengeFactor[]] }
  /** The account has factors, but none that counts here and can run: never a bind (R8). */
  | { readonly kind: "unavailable" };

/** Decides by policy, bypass, bindings and what was proven in this login already (R2, R3, R4, R8, R11b, R16a). Pure. */
export function decideNeed(standing: Standing, runners: Runners, proven: readonly ChallengeFactor[] = []): Need {
  const { account, policy } = standing;
  // Closed for codes until it is recovered, whatever the application asks for (R11b).
  if (account.closedAt !== null) return ask("verify", standing.recoveryMac === undefined ? [] : ["recovery"]);
  if (policy.factors.length === 0) return { kind: "nothing", bypassed: false };
  if (account.mfaDisabled === 1) return { kind: "nothing", bypassed: true };
  const runnable = policy.factors.filter((factor) => runners.has(factor));
  const bound = runnable.filter((factor) => usableFactor(standing, factor) !== undefined);
  const unbound = runnable.filter((factor) => usableFactor(standing, factor) === undefined);
  const always = policy.bindDuringLogin === "always";
  if (bound.length > 0) return ask("verify", always ? [...bound, ...unbound] : bound);
  if (always || hasNothingBound(standing) || proven.length > 0) return ask("bind", unbound);
  // Nobody is asked to prove what then leads nowhere.
  return runnable.length === 0 ? { kind: "unavailable" } : ask("prove", Factor.options.filter((factor) => runners.has(factor) && provableFactor(standing, factor) !== undefined));
}

function ask(need: ChallengeNeed, [first, ...others]: readonly ChallengeFactor[]): Need {
  return first === undefined ? { kind: "unavailable" } : { kind: "factor", need, factors: [first, ...others] };
}
