import { fail } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import { beginningOf } from "../sign-in/beginning.ts";
import { completeLogin } from "../sign-in/complete-login.ts";
import { readStanding } from "../sign-in/standing.ts";
import { lockAccount } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { recordCall } from "../store/idempotency.ts";
import type { CallState } from "../store/idempotency.ts";
import { deleteSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import type { VerifyCall } from "./attempt.ts";

/** The verdict a call got before, when it got one (R12a). */
export async function replay(tx: Tx, verify: VerifyCall, before: CallState | undefined, now: number): Promise<Result<Completion> | undefined> {
  if (before?.at === "refused") return fail(before.error);
  if (before?.at === "accepted") return reissue(tx, verify, before.sessionId, now);
  return undefined;
}

/** The answer with the session was lost: a fresh one takes its place, as long as the lost one was not signed out. */
async function reissue(tx: Tx, verify: VerifyCall, lostSession: string, now: number): Promise<Result<Completion>> {
  const row = await findChallengeByToken(tx, verify.tokenHash);
  if (row === undefined || !(await deleteSession(tx, lostSession))) return fail({ code: "challenge_expired" });
  const account = await lockAccount(tx, row.accountId);
  const standing = await readStanding(tx, account, row.app);
  if (standing === undefined) return fail({ code: "challenge_expired" });
  const { factor } = verify.request;
  const login = { standing, began: beginningOf(row), proven: [factor], redirectUri: row.redirectUri };
  const completed = await completeLogin(tx, verify.domain.runners, login, verify.minted, now);
  if (!completed.ok) return completed;
  await recordCall(tx, verify.call, completed.value.state, now);
  await recordAudit(tx, verify.caller, { event: "code_verify", result: "success", accountId: account.id, app: row.app, factor }, now);
  return { ok: true, value: completed.value.completion };
}
