import { fail, succeed } from "@guard/contract";
import type { Delivered, GuardError, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { newCode } from "../crypto/code.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import type { CodeMessage } from "../factors/runner.ts";
import { codeMac } from "../factors/sent-code.ts";
import type { Handover } from "../ports.ts";
import { recordAudit } from "../store/audit.ts";
import { dropPendingCode, makeCodeLive } from "../store/code.ts";
import { giveBackWait } from "../store/delivery-wait.ts";
import { takeBackDispatch } from "../store/dispatch.ts";
import { recordCall } from "../store/idempotency.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import type { Recipient } from "./recipient.ts";

/** A code ready to be sent. Its clear text leaves in the message and is kept nowhere. */
export interface Parcel {
  readonly id: string;
  readonly recipient: Recipient;
  readonly message: CodeMessage;
  readonly mac: string;
  /** Names the send: the call's id where it has one, so that a repetition recognises itself (R12a). */
  readonly claim: string;
  readonly call: string | undefined;
  readonly createdAt: number;
  readonly resendAt: number;
  readonly expiresAt: number;
}

export async function packParcel(domain: Domain, recipient: Recipient, call: string | undefined): Promise<Parcel> {
  const { slot, standing } = recipient;
  const { codeLifetimeMs, resendWaitMs } = standing.policy;
  const code = newCode(domain.random);
  const id = newId(domain.random);
  const mac = await codeMac(await domain.keys(), slot, code);
  const createdAt = domain.clock.now();
  const validMinutes = Math.floor(codeLifetimeMs / 60_000);
  const { name, webOtpHost } = standing.application;
  const message = { to: slot.target, code, purpose: slot.purpose, app: slot.app, application: name, validMinutes, ...(webOtpHost !== null && { webOtpHost }) };
  const deadlines = { createdAt, resendAt: createdAt + resendWaitMs, expiresAt: createdAt + codeLifetimeMs };
  return { id, recipient, message, mac, claim: call ?? id, call, ...deadlines };
}

/** Hands the code to its provider, with no transaction open, and settles by its word (R6a). */
export async function deliver(domain: Domain, caller: Caller, parcel: Parcel): Promise<Result<Delivered>> {
  const handover = await parcel.recipient.delivery.send(parcel.message);
  return transact(domain.store, (tx) => settle(tx, caller, parcel, handover, domain.clock.now()));
}

async function settle(tx: Tx, caller: Caller, parcel: Parcel, handover: Handover, now: number): Promise<Result<Delivered>> {
  const { slot, delivery, factor } = parcel.recipient;
  const about = { event: "code_send", accountId: slot.accountId, app: slot.app, factor } as const;
  if (handover === "refused") {
    const error = { code: "delivery_failed" } satisfies GuardError;
    await dropPendingCode(tx, parcel.id);
    await giveBackWait(tx, slot, parcel.claim, now);
    await takeBackDispatch(tx, parcel.id);
    await recordCall(tx, parcel.call, { at: "refused", error }, now);
    await recordAudit(tx, caller, { ...about, result: "failure", reason: error.code }, now);
    return fail(error);
  }
  await makeCodeLive(tx, slot, parcel.id);
  const reason = handover === "unknown" ? ({ reason: "handover_unknown" } as const) : {};
  await recordAudit(tx, caller, { ...about, result: "success", ...reason }, now);
  const delivered = { sentTo: delivery.mask(slot.target), resendAt: parcel.resendAt, expiresAt: parcel.expiresAt };
  await recordCall(tx, parcel.call, { at: "sent", ...delivered }, now);
  return succeed({ ...delivered, now });
}
