import { Factor } from "@guard/contract";
import * as v from "valibot";
import type { Runners } from "../factors/registry.ts";
import type { FactorRunner, Purpose } from "../factors/runner.ts";
import { mayBind, usableFactor } from "../sign-in/standing.ts";
import type { Standing } from "../sign-in/standing.ts";
import type { ChallengeRow } from "../store/schema.ts";

const Factors = v.array(Factor);

/** A challenge with what its decisions rest on. */
export interface Open {
  readonly row: ChallengeRow;
  readonly standing: Standing;
}

/** A factor that can be asked for in a challenge, right now. */
export interface Offer {
  readonly runner: FactorRunner;
  readonly bound: boolean;
  readonly purpose: Purpose;
  /** Null for a factor without an address, or for one whose address was not entered yet. */
  readonly target: string | null;
}

/** The challenge's factors as they stand now: an address unbound meanwhile is not offered any more. Pure. */
export function listOffers({ row, standing }: Open, runners: Runners): Offer[] {
  return v.parse(Factors, JSON.parse(row.factors)).flatMap((factor): Offer[] => {
    const runner = runners.get(factor);
    if (runner === undefined) return [];
    const usable = row.need === "verify" ? usableFactor(standing, factor) : undefined;
    if (usable !== undefined) return [{ runner, bound: true, purpose: "login", target: usable.target }];
    const binds = row.need === "bind" || standing.policy.bindDuringLogin === "always";
    return binds && mayBind(standing, factor) ? [{ runner, bound: false, purpose: "bind", target: row.bindFactor === factor ? row.bindTarget : null }] : [];
  });
}

export const findOffer = (open: Open, runners: Runners, factor: Factor): Offer | undefined =>
  listOffers(open, runners).find((offer) => offer.runner.factor === factor);
