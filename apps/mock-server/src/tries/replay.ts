import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { recordAudit } from "../store/audit.ts";
import { recordCall } from "../store/idempotency.ts";
import type { CallState } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";
import type { Found, Holder, Trial } from "./trial.ts";

/** The verdict a call got before, when it got one (R12a). */
export async function replay<F extends Found, A>(tx: Tx, trial: Trial<F, A>, holder: Holder, before: CallState | undefined, now: number): Promise<Result<A> | undefined> {
  if (before === undefined || before.at === "reserved") return undefined;
  if (before.at === "refused") return fail(before.error);
  const again = await trial.reissue(tx, holder, before, now);
  if (!again.ok) return again;
  const { caller, event, factor, call } = trial;
  await recordCall(tx, call, again.value.state, now);
  await recordAudit(tx, caller, { event, result: "success", accountId: holder.account.id, app: holder.app, factor }, now);
  return succeed(again.value.answer);
}
