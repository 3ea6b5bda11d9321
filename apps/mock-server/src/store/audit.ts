import type { ErrorCode } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { chainAll } from "./audit-chain.ts";
import type { AuditHead, Unchained } from "./audit-chain.ts";
import type { AuditRow } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** What can be read in "user activity" (R22). */
export const AUDIT_EVENTS = [
  "sign_in",
  "code_send",
  "code_verify",
  "factor_enrol",
  "factor_bind",
  "factor_unbind",
  "factors_switch",
  "step_up",
  "recovery_renew",
  "device_trust",
  "device_revoke",
  "password_change",
  "account_lock",
  "account_close",
  "account_unlock",
  "sign_out",
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly result: "success" | "challenged" | "failure";
  readonly accountId?: string;
  readonly app?: string;
  readonly factor?: string;
  readonly reason?: ErrorCode | "mfa_bypassed" | "trusted_device" | "handover_unknown";
}

/** What transactions that still run want to leave behind. */
const pending = new WeakMap<Tx, Unchained[]>();

/** Written in the transaction of the state it describes: if it can't be written, the action fails (S-46). Never holds an identifier as typed, a code or a token. */
export function recordAudit(tx: Tx, caller: Caller, entry: AuditEntry, now: number): Promise<void> {
  const rows = pending.get(tx);
  if (rows === undefined) throw new Error("An audit row was recorded outside of `transact`, which would never write it.");
  const { event, result, accountId = null, app = null, factor = null, reason = null } = entry;
  const { ip, country = "unknown", userAgent = null, requestId } = caller;
  rows.push({ at: now, event, result, accountId, app, factor, reason, ip, country, requestId, userAgent });
  return Promise.resolve();
}

/** Marks what was recorded so far; what it returns forgets all that came later, with the part of the transaction that was rolled back. */
export function markAudit(tx: Tx): () => void {
  const rows = pending.get(tx) ?? [];
  const { length } = rows;
  return () => void rows.splice(length);
}

/** Runs a transaction's work and then writes its rows. Last, because the end of the chain is held by one transaction at a time (S-47): it is the last lock anybody takes, and the shortest held. */
export async function withAudit<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const rows: Unchained[] = [];
  pending.set(tx, rows);
  const done = await work(tx);
  if (rows.length > 0) await append(tx, rows);
  return done;
}

/** The database moves the head on to the last row. */
async function append(tx: Tx, rows: readonly Unchained[]): Promise<void> {
  const head = await tx
    .updateTable("auditHead")
    .set((row) => ({ seq: row.ref("seq") }))
    .returning(["seq", "hash"])
    .executeTakeFirstOrThrow();
  await tx.insertInto("audit").values(chainAll(head, rows)).execute();
}

/** The end of the chain as it is recorded. */
export function readAuditHead(tx: Tx): Promise<AuditHead> {
  return tx.selectFrom("auditHead").select(["seq", "hash"]).executeTakeFirstOrThrow();
}

/** The next rows of the chain. */
export function readAuditAfter(tx: Tx, seq: number, limit: number): Promise<AuditRow[]> {
  return tx.selectFrom("audit").selectAll().where("seq", ">", seq).orderBy("seq").limit(limit).execute();
}
