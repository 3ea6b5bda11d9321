import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { newId } from "../crypto/token.ts";
import { parseAddress, networkOf } from "../network/address.ts";
import { isWithin, parseRange } from "../network/range.ts";
import type { Policy } from "../policy/effective-policy.ts";
import type { Random } from "../ports.ts";
import { raiseAdminEvent } from "../store/admin-event.ts";
import type { Application } from "../store/application.ts";
import { lockBucket, sweepBuckets } from "../store/bucket.ts";
import { insertDispatch, nextDispatchAt, sweepDispatches } from "../store/dispatch.ts";
import type { Allowance, DispatchFilter } from "../store/dispatch.ts";
import type { Tx } from "../store/transaction.ts";

const HOUR_MS = 3_600_000;

/** A message with a code that wants to go out, whatever verb asked for it. */
export interface Outgoing {
  readonly id: string;
  readonly ip: string;
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
  const { id, recipient, policy } = outgoing;
  const { bucket, limit } = budgetOf(outgoing);
  const network = networkOf(outgoing.ip);
  await sweepBuckets(tx, now);
  await sweepDispatches(tx, now);
  await lockBucket(tx, bucket, now);
  await lockBucket(tx, `to:${recipient}`, now);
  const blocked = async (filter: DispatchFilter, allowance: Allowance) => nextDispatchAt(tx, filter, allowance, now);
  const ofAddress = await blocked({ bucket }, { limit, windowMs: HOUR_MS });
  if (ofAddress !== undefined) return refuse(tx, random, outgoing, { code: "ip_code_limit", retryAt: ofAddress }, bucket, now);
  const perHour = await blocked({ recipient, network }, { limit: policy.codesPerRecipientHour, windowMs: HOUR_MS });
  const perDay = await blocked({ recipient }, { limit: policy.codesPerRecipientDay, windowMs: 24 * HOUR_MS });
  const retryAt = Math.max(perHour ?? 0, perDay ?? 0);
  if (retryAt > 0) return refuse(tx, random, outgoing, { code: "recipient_limit", retryAt }, `to:${recipient}`, now);
  await insertDispatch(tx, { id, bucket, network, recipient, at: now });
  return succeed(true);
}

interface Refusal {
  readonly code: "ip_code_limit" | "recipient_limit";
  readonly retryAt: number;
}

async function refuse(tx: Tx, random: Random, { application }: Outgoing, error: Refusal, subject: string, now: number): Promise<Result<never>> {
  await raiseAdminEvent(tx, { id: newId(random), at: now, kind: error.code, subject, app: application.id, accountId: null });
  return fail(error);
}
