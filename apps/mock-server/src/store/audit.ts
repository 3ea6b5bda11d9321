import type { ErrorCode } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Tx } from "./transaction.ts";

/** What can be read in "user activity" (R22). */
export type AuditEvent =
  | "sign_in"
  | "code_send"
  | "code_verify"
  | "factor_enrol"
  | "factor_bind"
  | "factor_unbind"
  | "step_up"
  | "recovery_renew"
  | "device_trust"
  | "device_revoke"
  | "password_change"
  | "account_lock"
  | "account_close"
  | "account_unlock"
  | "sign_out";

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly result: "success" | "challenged" | "failure";
  readonly accountId?: string;
  readonly app?: string;
  readonly factor?: string;
  readonly reason?: ErrorCode | "mfa_bypassed" | "trusted_device" | "handover_unknown";
}

/** Written in the transaction of the state it describes: if it can't be written, the action fails (S-46). Never holds an identifier as typed, a code or a token. */
export async function recordAudit(tx: Tx, caller: Caller, entry: AuditEntry, now: number): Promise<void> {
  const { event, result, accountId = null, app = null, factor = null, reason = null } = entry;
  await tx
    .insertInto("audit")
    .values({ at: now, event, result, accountId, app, factor, reason, ip: caller.ip, country: "unknown", requestId: caller.requestId })
    .execute();
}
