import { fail, succeed } from "@guard/contract";
import type { Result, RetryCode, SentFactor } from "@guard/contract";
import { newId } from "../crypto/token.ts";
import { parseAddress, networkOf } from "../network/address.ts";
import { isWithin, parseRange } from "../network/range.ts";
import type { Policy } from "../policy/effective-policy.ts";
import type { Random } from "../ports.ts";
import { raiseAdminEvent } from "../store/admin-event.ts";
import type { Application } from "../store/application.ts";
import { lockBucket, sweepBuckets } from "../store/bucket.ts";
import { insertDispatch, nextDispatchAt, sweepDispatches } from "../store/dispatch.ts";
import type { Tx } from "../store/transaction.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A message with a code that wants to go out, whatever verb asked for it. */
export interface Outgoing {
  readonly id: string;
  readonly ip: string;
  readonly channel: SentFactor;
  /** Nobody has the address, so nothing goes out; whoever asked must not see that in any limit (S-35). */
  readonly nobody?: boolean;
  /** In canonical form, so that every way to write it shares one budget (S-33). */
  readonly recipient: string;
  readonly application: Application;
  readonly policy: Policy;
}

/** Whose budget pays: the office's of this application, else the address's own, over all applications. Pure. */
export function budgetOf({ ip, application, policy }: Pick<Outgoing, "ip" | "application" | "policy">): { readonly bucket: string; readonly limit: number } {
  const address = parseAddress(ip);
  for (const { range: text, codesPerHour } of application.officeRanges) {
    const range = parseRange(text);
    if (address !== undefined && range !== undefined && isWithin(range, address)) return { bucket: `office:${application.id}:${text}`, limit: codesPerHour };
  }
  return { bucket: `ip:${networkOf(ip)}`, limit: policy.codesPerAddressHour };
}

/** Counts a message, or says which limit it would break and until when (R10, S-32, S-33). Exact, however many ask at once in however many processes. */
export async function takeFromBudget(tx: Tx, random: Random, outgoing: Outgoing, now: number): Promise<Result<true>> {
  const { id, recipient, channel, nobody = false, application } = outgoing;
  const { bucket } = budgetOf(outgoing);
  const network = networkOf(outgoing.ip);
  await sweepBuckets(tx, now);
  await sweepDispatches(tx, now);
  // Always in this order, so that two messages never wait for each other.
  await lockBucket(tx, bucket, now);
  await lockBucket(tx, `to:${recipient}`, now);
  if (channel === "sms") await lockBucket(tx, `sms:${application.id}`, now);
  const refusal = (await overAddress(tx, outgoing, now)) ?? (await overRecipient(tx, outgoing, now)) ?? (await overSms(tx, outgoing, now));
  if (refusal !== undefined) return refuse(tx, random, outgoing, refusal, now);
  await insertDispatch(tx, { id, bucket, network, recipient, channel: nobody ? "none" : channel, app: application.id, at: now });
  return succeed(true);
}

async function overAddress(tx: Tx, outgoing: Outgoing, now: number): Promise<Refusal | undefined> {
  const { bucket, limit } = budgetOf(outgoing);
  const retryAt = await nextDispatchAt(tx, { bucket }, { limit, windowMs: HOUR_MS }, now);
  return retryAt === undefined ? undefined : { error: { code: "ip_code_limit", retryAt }, kind: "ip_code_limit", subject: bucket };
}

async function overRecipient(tx: Tx, { ip, recipient, policy }: Outgoing, now: number): Promise<Refusal | undefined> {
  const perHour = await nextDispatchAt(tx, { recipient, network: networkOf(ip) }, { limit: policy.codesPerRecipientHour, windowMs: HOUR_MS }, now);
  const perDay = await nextDispatchAt(tx, { recipient }, { limit: policy.codesPerRecipientDay, windowMs: DAY_MS }, now);
  const retryAt = Math.max(perHour ?? 0, perDay ?? 0);
  return retryAt === 0 ? undefined : { error: { code: "recipient_limit", retryAt }, kind: "recipient_limit", subject: `to:${recipient}` };
}

/** Every SMS costs its application money, so the day's number of them is bounded whoever asks and whereto. */
async function overSms(tx: Tx, { channel, application, policy }: Outgoing, now: number): Promise<Refusal | undefined> {
  if (channel !== "sms") return undefined;
  const retryAt = await nextDispatchAt(tx, { app: application.id, channel }, { limit: policy.smsPerDay, windowMs: DAY_MS }, now);
  return retryAt === undefined ? undefined : { error: { code: "rate_limited", retryAt }, kind: "sms_budget", subject: `sms:${application.id}` };
}

interface Refusal {
  readonly error: { readonly code: RetryCode; readonly retryAt: number };
  readonly kind: "ip_code_limit" | "recipient_limit" | "sms_budget";
  readonly subject: string;
}

async function refuse(tx: Tx, random: Random, { application }: Outgoing, { error, kind, subject }: Refusal, now: number): Promise<Result<never>> {
  await raiseAdminEvent(tx, { id: newId(random), at: now, kind, subject, app: application.id, accountId: null });
  return fail(error);
}
