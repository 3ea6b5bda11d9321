import type { Caller } from "../../caller.ts";
import { newCode } from "../../crypto/code.ts";
import { newId } from "../../crypto/token.ts";
import type { Domain } from "../../domain.ts";
import type { CodeMessage } from "../../factors/runner.ts";
import { codeMac } from "../../factors/sent-code.ts";
import type { Handover } from "../../ports.ts";
import { recordAudit } from "../../store/audit.ts";
import { takeBackDispatch } from "../../store/dispatch.ts";
import { dropSignInCode, makeSignInCodeLive } from "../../store/sign-in-code.ts";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Entrance } from "./entrance.ts";

/** A code to sign in with, ready to be sent. It is made for an address that nobody has too. */
export interface Parcel {
  readonly id: string;
  readonly entrance: Entrance;
  readonly message: CodeMessage;
  readonly mac: string;
  readonly createdAt: number;
  readonly resendAt: number;
  readonly expiresAt: number;
}

export async function packParcel(domain: Domain, entrance: Entrance): Promise<Parcel> {
  const { application, policy, target, slot } = entrance;
  const code = newCode(domain.random);
  const mac = await macOf(domain, entrance, code);
  const createdAt = domain.clock.now();
  const { name, webOtpHost } = application;
  const validMinutes = Math.floor(policy.codeLifetimeMs / 60_000);
  const message: CodeMessage = { to: target, code, purpose: "sign-in", app: slot.app, application: name, validMinutes, ...(webOtpHost !== null && { webOtpHost }) };
  return { id: newId(domain.random), entrance, message, mac, createdAt, resendAt: createdAt + policy.resendWaitMs, expiresAt: createdAt + policy.codeLifetimeMs };
}

/** By its address and not by its account, whose row says who it is for (S-11, S-14). */
export async function macOf(domain: Domain, { target, slot }: Entrance, code: string): Promise<string> {
  return codeMac(await domain.keys(), { accountId: "", target, purpose: "sign-in", app: slot.app }, code);
}

/** Hands the code over behind the answer, which must not show by its time or its word that somebody was there to get it (S-35, R6a). */
export async function deliver(domain: Domain, caller: Caller, parcel: Parcel, accountId: string): Promise<void> {
  const handover = await parcel.entrance.delivery.send(parcel.message);
  await transact(domain.store, (tx) => settle(tx, caller, parcel, { handover, accountId }, domain.clock.now()));
}

async function settle(tx: Tx, caller: Caller, parcel: Parcel, { handover, accountId }: { readonly handover: Handover; readonly accountId: string }, now: number): Promise<void> {
  const { slot, factor } = parcel.entrance;
  const about = { event: "code_send", accountId, app: slot.app, factor } as const;
  if (handover === "refused") {
    await dropSignInCode(tx, parcel.id);
    await takeBackDispatch(tx, parcel.id);
    await recordAudit(tx, caller, { ...about, result: "failure", reason: "delivery_failed" }, now);
    return;
  }
  await makeSignInCodeLive(tx, slot, parcel);
  await recordAudit(tx, caller, { ...about, result: "success", ...(handover === "unknown" && { reason: "handover_unknown" }) }, now);
}
