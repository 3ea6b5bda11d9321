import { fail, succeed } from "@guard/contract";
import type { Delivered, GuardError, Result, SignInCodeRequest, Trigger } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../../caller.ts";
import type { Domain } from "../../domain.ts";
import { callId } from "../../idempotency.ts";
import { takeFromBudget } from "../../limits/code-budget.ts";
import { recordAudit } from "../../store/audit.ts";
import { lockBucket, sweepBuckets } from "../../store/bucket.ts";
import { claimWait } from "../../store/delivery-wait.ts";
import { findCall, recordCall } from "../../store/idempotency.ts";
import { isKnownNetwork } from "../../store/known-network.ts";
import type { Account } from "../../store/schema.ts";
import { findSignInWait, findWaitingCode, insertSignInCode, nextSignInCodeAt, sweepSignInCodes } from "../../store/sign-in-code.ts";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import { findOwner, openEntrance } from "./entrance.ts";
import type { Entrance } from "./entrance.ts";
import { deliver, packParcel } from "./parcel.ts";
import type { Parcel } from "./parcel.ts";

interface Asked {
  readonly answer: Result<Delivered>;
  /** Who gets the code; nobody where the address is unknown or a limit says no. */
  readonly recipient: string | undefined;
}

interface RequestCall {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly call: string | undefined;
  readonly trigger: Trigger;
}

/** Sends a code to sign in with, and answers the same when nobody has the address: in words, in limits, and without waiting for the provider (R2a, S-35). */
export async function requestSignInCode(domain: Domain, caller: Caller, request: v.InferOutput<typeof SignInCodeRequest>): Promise<Result<Delivered>> {
  const entrance = await openEntrance(domain, caller, request);
  if (!entrance.ok) return entrance;
  const call = await callId(domain, "requestSignInCode", caller, request);
  const parcel = await packParcel(domain, entrance.value);
  const { answer, recipient } = await transact(domain.store, (tx) => ask(tx, { domain, caller, call, trigger: request.trigger ?? "user" }, parcel));
  if (recipient !== undefined) domain.background.start(() => deliver(domain, caller, parcel, recipient));
  return answer;
}

async function ask(tx: Tx, asking: RequestCall, parcel: Parcel): Promise<Asked> {
  const { domain, call, trigger } = asking;
  const now = domain.clock.now();
  const { entrance, resendAt, expiresAt } = parcel;
  await hold(tx, entrance, now);
  const before = await findCall(tx, call, now);
  if (before?.at === "sent") return { answer: succeed({ sentTo: before.sentTo, resendAt: before.resendAt, expiresAt: before.expiresAt, now }), recipient: undefined };
  const waiting = trigger === "auto" ? await findWaitingCode(tx, entrance.slot, now) : undefined;
  if (waiting !== undefined) return { answer: succeed({ sentTo: entrance.delivery.mask(entrance.target), ...waiting, now }), recipient: undefined };
  const owner = await findOwner(tx, entrance);
  const known = owner !== undefined && (await isKnownNetwork(tx, owner.id, entrance.network, now));
  const recipient = await reachable(tx, entrance, owner, known, now);
  const refusal = await findRefusal(tx, asking, parcel, recipient, now);
  if (refusal !== undefined) {
    await recordAsked(tx, asking, entrance, owner, refusal.code, now);
    return { answer: fail(refusal), recipient: undefined };
  }
  await insertSignInCode(tx, entrance.slot, { id: parcel.id, accountId: recipient ?? null, known: known ? 1 : 0, mac: parcel.mac, createdAt: parcel.createdAt, resendAt, expiresAt });
  const delivered = { sentTo: entrance.delivery.mask(entrance.target), resendAt, expiresAt };
  await recordCall(tx, call, { at: "sent", ...delivered }, now);
  if (recipient === undefined) await recordAsked(tx, asking, entrance, owner, owner === undefined ? "not_found" : "recipient_limit", now);
  // The owner's second factor waits too (R9), but not for what a stranger asked. A wait of theirs holds nothing up here: it would tell of a login.
  else if (known) await claimWait(tx, { accountId: recipient, target: entrance.target }, { claim: parcel.id, resendAt }, now);
  return { answer: succeed({ ...delivered, now }), recipient };
}

async function hold(tx: Tx, entrance: Entrance, now: number): Promise<void> {
  // Before anything is held that others wait for.
  await sweepBuckets(tx, now);
  await sweepSignInCodes(tx, now);
  await lockBucket(tx, entrance.gate, now);
}

/** The limits, all by the address as it was named and by who asks, and the message in the budgets of R10 and S-33: none of them is the owner's or another's (AD-151). */
async function findRefusal(tx: Tx, { domain, caller }: RequestCall, { id, entrance }: Parcel, recipient: string | undefined, now: number): Promise<GuardError | undefined> {
  const { application, policy, delivery, target, network, slot } = entrance;
  const resendAt = await findSignInWait(tx, slot.subject);
  if (resendAt > now) return { code: "resend_too_soon", resendAt };
  const retryAt = await nextSignInCodeAt(tx, { subject: slot.subject }, policy.signInCodesPerDay, now);
  if (retryAt !== undefined) return { code: "recipient_limit", retryAt };
  const outgoing = { id, ip: caller.ip, channel: delivery.channel, nobody: recipient === undefined, recipient: `sign-in:${network}:${target}`, application, policy };
  const paid = await takeFromBudget(tx, domain.random, outgoing, now);
  return paid.ok ? undefined : paid.error;
}

/** Nobody, once the account's day is used up, of which networks that are not its own get half (AD-151). A refusal would tell that somebody has the address, and from where. */
async function reachable(tx: Tx, { policy }: Entrance, owner: Account | undefined, known: boolean, now: number): Promise<string | undefined> {
  if (owner === undefined) return undefined;
  const perDay = policy.signInCodesPerDay;
  const over = await nextSignInCodeAt(tx, { accountId: owner.id }, perDay, now);
  const strangersOver = known ? undefined : await nextSignInCodeAt(tx, { accountId: owner.id, known: 0 }, Math.floor(perDay / 2), now);
  return over === undefined && strangersOver === undefined ? owner.id : undefined;
}

function recordAsked(tx: Tx, { caller }: RequestCall, { slot, factor }: Entrance, owner: Account | undefined, reason: GuardError["code"], now: number): Promise<void> {
  const whose = owner === undefined ? {} : { accountId: owner.id };
  return recordAudit(tx, caller, { event: "code_send", result: "failure", reason, app: slot.app, factor, ...whose }, now);
}
