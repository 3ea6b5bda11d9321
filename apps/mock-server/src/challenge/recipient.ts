import { fail, succeed } from "@guard/contract";
import type { ChallengeFactor, Delivered, Result, SendRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Delivery, Slot } from "../factors/runner.ts";
import type { Standing } from "../sign-in/standing.ts";
import { recordAudit } from "../store/audit.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { findCall } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";
import { slotOf } from "./describe.ts";
import { findOffer } from "./offer.ts";
import { openChallenge } from "./open.ts";

/** A call that asks for a code. */
export interface SendCall {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly request: v.InferOutput<typeof SendRequest>;
  readonly tokenHash: string;
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
}

/** Who gets a code, and how. */
export interface Recipient {
  readonly factor: ChallengeFactor;
  readonly delivery: Delivery;
  readonly slot: Slot;
  readonly standing: Standing;
}

export type Found = { readonly kind: "answered"; readonly answer: Result<Delivered> } | { readonly kind: "found"; readonly recipient: Recipient };

/** The account's own target or the pending one, never one from the request (D6); or the answer this call got before. */
export async function findRecipient(tx: Tx, send: SendCall): Promise<Found> {
  const now = send.domain.clock.now();
  const before = await findCall(tx, send.call, now);
  if (before?.at === "refused") return { kind: "answered", answer: fail(before.error) };
  if (before?.at === "sent") {
    const { at: _, ...delivered } = before;
    return { kind: "answered", answer: succeed({ ...delivered, now }) };
  }
  const recipient = await lookUp(tx, send, now);
  if (recipient.ok) return { kind: "found", recipient: recipient.value };
  const row = await findChallengeByToken(tx, send.tokenHash);
  const whose = row === undefined ? {} : { accountId: row.accountId, app: row.app };
  const entry = { event: "code_send", result: "failure", reason: recipient.error.code, factor: send.request.factor, ...whose } as const;
  await recordAudit(tx, send.caller, entry, now);
  return { kind: "answered", answer: recipient };
}

async function lookUp(tx: Tx, { domain, request, tokenHash }: SendCall, now: number): Promise<Result<Recipient>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const offer = findOffer(open.value, domain.runners, request.factor);
  if (offer?.runner.delivery === undefined) return fail({ code: "factor_unavailable" });
  const slot = slotOf(open.value, offer);
  // Nothing was entered to bind yet, so there is nobody to send to.
  if (slot === undefined) return fail({ code: "conflict" });
  return succeed({ factor: offer.runner.factor, delivery: offer.runner.delivery, slot, standing: open.value.standing });
}
