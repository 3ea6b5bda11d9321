import { fail, succeed } from "@guard/contract";
import type { Delivered, GuardError, Result, SentFactor } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import { takeFromBudget } from "../limits/code-budget.ts";
import { recordAudit } from "../store/audit.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { findLiveCode, findPendingCode, insertPendingCode } from "../store/code.ts";
import type { LiveCode } from "../store/code.ts";
import { claimWait, findWait, giveBackWait } from "../store/delivery-wait.ts";
import type { Wait } from "../store/delivery-wait.ts";
import { findCall } from "../store/idempotency.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { slotOf } from "./describe.ts";
import { findOffer } from "./offer.ts";
import { openChallenge } from "./open.ts";
import { deliver, packParcel } from "./parcel.ts";
import type { Parcel } from "./parcel.ts";
import { findRecipient } from "./recipient.ts";
import type { Recipient, SendCall } from "./recipient.ts";

/** What became of the claim to the wait between two codes; `pending` names the code that is being handed over, if one is. */
type Claim = { readonly kind: "won" } | { readonly kind: "held"; readonly pending: string | undefined; readonly answer: Result<Delivered> };

/** Sends a code for a challenge, to the account's own target or the one that was entered to bind (R9, D6). */
export async function sendCode(domain: Domain, caller: Caller, request: SendCall["request"]): Promise<Result<Delivered>> {
  return sendIn(domain, caller, await sha256(caller.token), request);
}

/** The same where the challenge is known by other means than its token (R23). */
export async function sendIn(domain: Domain, caller: Caller, tokenHash: string, request: SendCall["request"]): Promise<Result<Delivered>> {
  const call = await callId(domain, "sendCode", caller, request);
  return sendOrReport({
    domain, caller, request, call,
    find: (tx, now) => findInChallenge(tx, domain, tokenHash, request.factor, now),
    whose: async (tx) => {
      const row = await findChallengeByToken(tx, tokenHash);
      return row === undefined ? {} : { accountId: row.accountId, app: row.app };
    },
  });
}

async function findInChallenge(tx: Tx, { runners }: Domain, tokenHash: string, factor: SentFactor, now: number): Promise<Result<Recipient>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const offer = findOffer(open.value, runners, factor);
  if (offer?.runner.delivery === undefined) return fail({ code: "factor_unavailable" });
  const slot = slotOf(open.value, offer);
  // Nothing was entered to bind yet, so there is nobody to send to.
  if (slot === undefined) return fail({ code: "conflict" });
  return succeed({ factor: offer.runner.factor, delivery: offer.runner.delivery, slot, standing: open.value.standing });
}

/** Sends a code, or reports the one on its way (R9, R9a). Whatever comes at once, one message goes out (S-31). */
export async function sendOrReport(send: SendCall): Promise<Result<Delivered>> {
  const { domain, caller, call } = send;
  const found = await transact(domain.store, (tx) => findRecipient(tx, send));
  if (found.kind === "answered") return found.answer;
  const parcel = await packParcel(domain, found.recipient, call);
  const claim = await transact(domain.store, (tx) => claimOrReport(tx, send, parcel));
  // Whoever came second in this process hears what the provider said to the first.
  if (claim.kind === "held") return (claim.answer.ok && domain.sending.get(claim.pending ?? "")) || claim.answer;
  const delivering = deliver(domain, caller, parcel).finally(() => domain.sending.delete(parcel.id));
  domain.sending.set(parcel.id, delivering);
  return delivering;
}

async function claimOrReport(tx: Tx, send: SendCall, parcel: Parcel): Promise<Claim> {
  const now = send.domain.clock.now();
  const { slot } = parcel.recipient;
  // A twin of this call may have been refused meanwhile; claiming its wait again would send what it was told was not sent (R12a).
  const before = await findCall(tx, send.call, now);
  if (before?.at === "refused") return { kind: "held", pending: undefined, answer: fail(before.error) };
  if (await claimWait(tx, slot, { claim: parcel.claim, resendAt: parcel.resendAt }, now)) return payAndKeep(tx, send, parcel, now);
  const wait = (await findWait(tx, slot)) ?? { resendAt: parcel.resendAt, claim: parcel.claim };
  const pending = await findPendingCode(tx, slot, now);
  const answer = reportHeld(send, parcel, wait, (await findLiveCode(tx, slot, now)) ?? pending, now);
  if (!answer.ok) await recordRefusal(tx, send, parcel, answer.error, now);
  return { kind: "held", pending: pending?.id, answer };
}

/** The wait is ours: the message takes its place in the budgets and its code is kept, pending. Out of budget, nobody is made to wait for it. */
async function payAndKeep(tx: Tx, send: SendCall, parcel: Parcel, now: number): Promise<Claim> {
  const { id, mac, expiresAt, createdAt, claim, recipient } = parcel;
  const { slot, standing } = recipient;
  const outgoing = { id, ip: send.caller.ip, channel: recipient.delivery.channel, recipient: slot.target, application: standing.application, policy: standing.policy };
  const paid = await takeFromBudget(tx, send.domain.random, outgoing, now);
  if (!paid.ok) {
    await giveBackWait(tx, slot, claim, now);
    await recordRefusal(tx, send, parcel, paid.error, now);
    return { kind: "held", pending: undefined, answer: paid };
  }
  await insertPendingCode(tx, { id, mac, createdAt, expiresAt, ...slot });
  return { kind: "won" };
}

/** `auto`, and the same call again, hear of the code on its way; everybody else waits (R9a). */
function reportHeld({ request }: SendCall, parcel: Parcel, wait: Wait, code: LiveCode | undefined, now: number): Result<Delivered> {
  const { slot, delivery } = parcel.recipient;
  const quiet = request.trigger === "auto" || wait.claim === parcel.claim;
  if (!quiet || code === undefined) return fail({ code: "resend_too_soon", resendAt: wait.resendAt });
  return succeed({ sentTo: delivery.mask(slot.target), resendAt: wait.resendAt, expiresAt: code.expiresAt, now });
}

function recordRefusal(tx: Tx, { caller, request }: SendCall, { recipient: { slot } }: Parcel, error: GuardError, now: number): Promise<void> {
  const { accountId, app } = slot;
  return recordAudit(tx, caller, { event: "code_send", result: "failure", reason: error.code, accountId, app, factor: request.factor }, now);
}
