import { ChallengeFactor } from "@guard/contract";
import type { Factor } from "@guard/contract";
import * as v from "valibot";
import { FACE_FAILURES } from "../factors/face/runner.ts";
import type { Runners } from "../factors/registry.ts";
import type { FactorRunner, Purpose } from "../factors/runner.ts";
import { hasNothingBound, provableFactor, usableFactor } from "../sign-in/standing.ts";
import type { Standing, UsableFactor } from "../sign-in/standing.ts";
import type { Binding, ChallengeRow } from "../store/schema.ts";

const Factors = v.array(ChallengeFactor);

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

/** What was proven in this login before the challenge. Pure. */
export const provenBefore = ({ proven }: Pick<ChallengeRow, "proven">): ChallengeFactor[] => v.parse(Factors, JSON.parse(proven));

/** Whether the recovery code that proved before is still the account's: used for another login, replaced or gone, it proves nothing any more (R15). Pure. */
export const proofStands = ({ row, standing }: Open): boolean => row.recoveryMac === null || row.recoveryMac === standing.recoveryMac;

/** A challenge of a closed account asks for the recovery code and nothing else (R11b). Pure. */
export const isRecoveryOnly = ({ factors }: Pick<ChallengeRow, "factors">): boolean => factors === '["recovery"]';

/** Whether this login may bind now: nothing is bound anywhere, or another factor was proven first and none that counts here came meanwhile, or the policy lets everybody (R8, S-26). Pure. */
export function mayBind({ row, standing }: Open): boolean {
  if (standing.policy.bindDuringLogin === "always") return row.need !== "prove";
  if (row.need !== "bind") return false;
  if (provenBefore(row).length === 0) return hasNothingBound(standing);
  return standing.policy.factors.every((factor) => usableFactor(standing, factor) === undefined);
}

/** The same of one factor: never one that is switched off, and never over what is bound. Pure. */
export function mayBindFactor(open: Open, factor: ChallengeFactor): boolean {
  const { standing } = open;
  return factor !== "recovery" && standing.policy.factors.includes(factor) && usableFactor(standing, factor) === undefined && mayBind(open);
}

/** The challenge's factors as they stand now: an address unbound meanwhile is not offered any more. Pure. */
export function listOffers(open: Open, runners: Runners): Offer[] {
  return v.parse(Factors, JSON.parse(open.row.factors)).flatMap((factor) => offerOf(open, runners, factor) ?? []);
}

/** The recovery code stands in no list of tabs: whoever has one may use it instead of a factor (R13, R15). Pure. */
export function findOffer(open: Open, runners: Runners, factor: ChallengeFactor): Offer | undefined {
  if (factor === "recovery") return offerOf(open, runners, factor);
  return listOffers(open, runners).find((offer) => offer.runner.factor === factor);
}

function offerOf(open: Open, runners: Runners, factor: ChallengeFactor): Offer | undefined {
  const { row, standing } = open;
  const runner = runners.get(factor);
  if (runner === undefined || (runner.takes === "image" && row.faceFailures >= FACE_FAILURES)) return undefined;
  if (factor === "recovery") {
    const asked = standing.recoveryMac !== undefined && row.need !== "bind";
    return asked ? { runner, bound: true, purpose: "login", target: null, binding: undefined } : undefined;
  }
  const held = heldFor(open, factor);
  if (held !== undefined) return { runner, bound: true, purpose: "login", target: held.target, binding: held.binding };
  const target = row.bindFactor === factor ? row.bindTarget : null;
  return mayBindFactor(open, factor) ? { runner, bound: false, purpose: "bind", target, binding: undefined } : undefined;
}

/** What is bound and answers what this challenge needs. Pure. */
function heldFor({ row, standing }: Open, factor: Factor): UsableFactor | undefined {
  if (row.need === "bind") return undefined;
  return row.need === "prove" ? provableFactor(standing, factor) : usableFactor(standing, factor);
}
