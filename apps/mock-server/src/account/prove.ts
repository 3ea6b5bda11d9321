import { Factor } from "@guard/contract";
import type { Runners } from "../factors/registry.ts";
import type { FactorRunner } from "../factors/runner.ts";
import { provableFactor, usableFactor } from "../sign-in/standing.ts";
import type { Standing, UsableFactor } from "../sign-in/standing.ts";

/** A bound factor by which somebody can prove who they are, right now. */
export interface Proof {
  readonly runner: FactorRunner;
  readonly usable: UsableFactor;
}

/** What this server can judge of all that the account has bound, in whatever scope; what the application enables comes first. Pure. */
export function listProofs(standing: Standing, runners: Runners): Proof[] {
  const inOrder = [...new Set([...standing.policy.factors, ...Factor.options])];
  return inOrder.flatMap((factor) => {
    const proof = findProof(standing, runners, factor);
    return proof === undefined ? [] : [proof];
  });
}

export function findProof(standing: Standing, runners: Runners, factor: Factor): Proof | undefined {
  const runner = runners.get(factor);
  // Here before elsewhere: it is this application's centre.
  const usable = usableFactor(standing, factor) ?? provableFactor(standing, factor);
  return runner === undefined || usable === undefined ? undefined : { runner, usable };
}
