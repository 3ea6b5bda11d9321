import { fail, succeed } from "@guard/contract";
import type { ChallengeFactor, Delivered, Result, SendRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Delivery, Slot } from "../factors/runner.ts";
import type { Standing } from "../sign-in/standing.ts";
import { recordAudit } from "../store/audit.ts";
import { findCall } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";

/** A call that asks for a code, from a challenge or from a session. */
export interface SendCall {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly request: v.InferOutput<typeof SendRequest>;
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
  /** The account's own target or the pending one, never one that nobody checked (D6). */
  find(tx: Tx, now: number): Promise<Result<Recipient>>;
  /** Whose call it is, for the record of a refusal. */
  whose(tx: Tx): Promise<{ readonly accountId?: string; readonly app?: string }>;
}

/** Who gets a code, and how. */
export interface Recipient {
  readonly factor: ChallengeFactor;
  readonly delivery: Delivery;
  readonly slot: Slot;
  readonly standing: Standing;
}

export type Found = { readonly kind: "answered"; readonly answer: Result<Delivered> } | { readonly kind: "found"; readonly recipient: Recipient };

/** Whom the code is for; or the answer this call got before. */
export async function findRecipient(tx: Tx, send: SendCall): Promise<Found> {
  const now = send.domain.clock.now();
  const before = await findCall(tx, send.call, now);
  if (before?.at === "refused") return { kind: "answered", answer: fail(before.error) };
  if (before?.at === "sent") {
    const { at: _, ...delivered } = before;
    return { kind: "answered", answer: succeed({ ...delivered, now }) };
  }
  const recipient = checkReach(await send.find(tx, now));
  if (recipient.ok) return { kind: "found", recipient: recipient.value };
  const entry = { event: "code_send", result: "failure", reason: recipient.error.code, factor: send.request.factor, ...(await send.whose(tx)) } as const;
  await recordAudit(tx, send.caller, entry, now);
  return { kind: "answered", answer: recipient };
}

/** A phone may have been bound while its country was still listed (S-33). Pure. */
function checkReach(found: Result<Recipient>): Result<Recipient> {
  if (!found.ok) return found;
  const { delivery, slot, standing } = found.value;
  return delivery.reaches?.(slot.target, standing.policy) === false ? fail({ code: "target_unavailable" }) : found;
}
