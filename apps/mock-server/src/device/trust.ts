import type { Completion, Factor } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Open } from "../challenge/offer.ts";
import type { MintedToken } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { isBoundSince } from "../sign-in/standing.ts";
import type { Standing } from "../sign-in/standing.ts";
import { recordAudit } from "../store/audit.ts";
import { insertDevice } from "../store/device.ts";
import type { DeviceRow } from "../store/schema.ts";
import { setDeviceOfSession } from "../store/session.ts";
import { attemptPart } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { labelOf } from "./label.ts";

const DAY_MS = 86_400_000;

/** For how many days this device may be trusted once `factor` is proven in this challenge; 0: it may not. A factor bound by this login proves nothing about the device (R24). Pure. */
export function trustDaysFor({ row, standing }: Open, factor: Factor): number {
  if (row.need !== "verify" || !isBoundSince(standing, factor, row.createdAt)) return 0;
  return standing.policy.trustDeviceDays;
}

/** A device is trusted for as long as was promised, and no longer than today's rules allow (R24). Pure. */
export function isTrusted(device: DeviceRow, { policy }: Standing, now: number): boolean {
  const allowedUntil = device.trustedAt + policy.trustDeviceDays * DAY_MS;
  return device.scope === policy.scope && now < Math.min(device.expiresAt, allowedUntil);
}

/** Who asks for this device to be trusted, and by which proof. */
export interface TrustWish {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly open: Open;
  readonly factor: Factor;
  readonly minted: MintedToken;
}

/** Trusts the device of a login that was just completed, if it may. What goes wrong here costs the trust and never the login (R24). */
export async function trustDevice(tx: Tx, wish: TrustWish, completion: Completion, sessionId: string, now: number): Promise<Completion> {
  const days = trustDaysFor(wish.open, wish.factor);
  if (days === 0 || completion.status !== "done") return completion;
  const { accountId, app } = wish.open.row;
  const about = { event: "device_trust", accountId, app, factor: wish.factor } as const;
  let trusted = completion;
  await attemptPart(
    tx,
    async () => {
      await keep(tx, wish, sessionId, days, now);
      await recordAudit(tx, wish.caller, { ...about, result: "success" }, now);
      trusted = { ...completion, deviceToken: wish.minted.token };
    },
    async (fault) => {
      wish.domain.onFault(fault);
      await recordAudit(tx, wish.caller, { ...about, result: "failure", reason: "unavailable" }, now);
    },
  );
  return trusted;
}

async function keep(tx: Tx, { caller, open, minted }: TrustWish, sessionId: string, days: number, now: number): Promise<void> {
  const { accountId, app } = open.row;
  const { scope } = open.standing.policy;
  const life = { trustedAt: now, lastUsedAt: now, expiresAt: now + days * DAY_MS };
  await insertDevice(tx, { id: sessionId, tokenHash: minted.hash, accountId, app, scope, label: labelOf(caller.userAgent), ...life });
  await setDeviceOfSession(tx, sessionId, sessionId);
}
