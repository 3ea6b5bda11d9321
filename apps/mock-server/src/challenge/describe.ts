import { fail, succeed } from "@guard/contract";
import type { Challenge, OfferedFactor, Result } from "@guard/contract";
import { trustDaysFor } from "../device/trust.ts";
import type { Runners } from "../factors/registry.ts";
import type { Slot } from "../factors/runner.ts";
import { findLiveCode } from "../store/code.ts";
import { findWait } from "../store/delivery-wait.ts";
import { findLastFactor } from "../store/last-factor.ts";
import type { Tx } from "../store/transaction.ts";
import { listOffers } from "./offer.ts";
import type { Offer, Open } from "./offer.ts";

/** The challenge as the client sees it; `token` is the one the client holds, the store knows only its hash. */
export async function describeChallenge(tx: Tx, runners: Runners, open: Open, token: string, now: number): Promise<Result<Challenge>> {
  const factors: OfferedFactor[] = [];
  for (const offer of listOffers(open, runners)) factors.push(await describeOffer(tx, open, offer, now));
  const { accountId, app, expiresAt, need } = open.row;
  const last = await findLastFactor(tx, accountId, app);
  // The one used last comes first (R13), unless it was unbound since.
  const used = factors.find(({ factor, bound }) => bound && factor === last);
  const first = used ?? factors[0];
  if (first === undefined) return fail({ code: "factor_unavailable" });
  const trust = trustDaysOffered(open, factors);
  const recoverable = open.standing.recoveryMac !== undefined;
  const known = used === undefined ? {} : { lastUsed: true as const };
  return succeed({ token, expiresAt, need, factor: first.factor, ...known, factors, ...(trust > 0 ? { trustDays: trust } : {}), recoverable, now });
}

/** Told where any of the factors offered could make this device trusted (R24). Pure. */
function trustDaysOffered(open: Open, factors: readonly OfferedFactor[]): number {
  return Math.max(0, ...factors.map(({ factor }) => (factor === "recovery" ? 0 : trustDaysFor(open, factor))));
}

async function describeOffer(tx: Tx, open: Open, offer: Offer, now: number): Promise<OfferedFactor> {
  return { factor: offer.runner.factor, bound: offer.bound, ...(await describeDelivery(tx, open, offer, now)) };
}

/** The three delivery fields stand together, and only while a code of this slot is alive (R9a). */
async function describeDelivery(tx: Tx, open: Open, offer: Offer, now: number): Promise<Pick<OfferedFactor, "sentTo" | "resendAt" | "expiresAt">> {
  const { delivery } = offer.runner;
  const slot = slotOf(open, offer);
  if (delivery === undefined || slot === undefined) return {};
  const live = await findLiveCode(tx, slot, now);
  if (live === undefined) return {};
  const wait = await findWait(tx, slot);
  return { sentTo: delivery.mask(slot.target), resendAt: wait?.resendAt ?? live.createdAt, expiresAt: live.expiresAt };
}

/** What a code for this offer belongs to (R9a); nothing while there is no address. */
export function slotOf({ row }: Open, { target, purpose }: Offer): Slot | undefined {
  return target === null ? undefined : { accountId: row.accountId, target, purpose, app: row.app };
}
