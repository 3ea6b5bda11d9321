import { fail } from "@guard/contract";
import type { GuardError, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEvent } from "../store/audit.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { transact } from "../store/transaction.ts";

/** A picture that is turned away before anything is compared with it; the audit hears of it all the same (S-46). */
export async function turnPictureAway(domain: Domain, caller: Caller, event: AuditEvent, error: GuardError): Promise<Result<never>> {
  const tokenHash = await sha256(caller.token);
  await transact(domain.store, async (tx) => {
    const row = await findChallengeByToken(tx, tokenHash);
    const whose = row === undefined ? {} : { accountId: row.accountId, app: row.app };
    await recordAudit(tx, caller, { event, result: "failure", reason: error.code, factor: "face", ...whose }, domain.clock.now());
  });
  return fail(error);
}
