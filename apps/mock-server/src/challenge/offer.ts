import { Factor } from "@guard/contract";
import type { ChallengeFactor } from "@guard/contract";
import * as v from "valibot";
import { FACE_FAILURES } from "../factors/face/runner.ts";
import type { Runners } from "../factors/registry.ts";
import type { FactorRunner, Purpose } from "../factors/runner.ts";
import { hasNothingBound, usableFactor } from "../sign-in/standing.ts";
import type { Standing } from "../sign-in/standing.ts";
import type { Binding, ChallengeRow } from "../store/schema.ts";

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
  /** The row that binds it; none for a login address and for what is only being bound. */
  readonly binding: Binding | undefined;
}

/** The challenge's factors as they stand now: an address unbound meanwhile is not offered any more. Pure. */
export function listOffers({ row, standing }: Open, runners: Runners): Offer[] {
  if (row.need === "bind" && !hasNothingBound(standing)) return [];
  return v.parse(Factors, JSON.parse(row.factors)).flatMap((factor): Offer[] => {
    const runner = runners.get(factor);
    if (runner === undefined) return [];
    if (runner.takes === "image" && row.faceFailures >= FACE_FAILURES) return [];
    if (row.need === "bind") return [{ runner, bound: false, purpose: "bind", target: row.bindFactor === factor ? row.bindTarget : null, binding: undefined }];
    const usable = usableFactor(standing, factor);
    return usable === undefined ? [] : [{ runner, bound: true, purpose: "login", target: usable.target, binding: usable.binding }];
  });
}

export const findOffer = (open: Open, runners: Runners, factor: ChallengeFactor): Offer | undefined =>
  listOffers(open, runners).find((offer) => offer.runner.factor === factor);
