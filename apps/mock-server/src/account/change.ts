import { fail, succeed } from "@guard/contract";
import type { Acknowledged, Factor, Operation, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import type { Notice } from "../notices/notice.ts";
import { postNotices } from "../notices/post.ts";
import { recordAudit } from "../store/audit.ts";
import type { AuditEvent } from "../store/audit.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { checkFresh, holdVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A change in the personal centre that nothing has to be typed for. */
export interface ChangeCall<Answer> {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly operation: Operation;
  readonly request: object;
  readonly event: AuditEvent;
  /** What is changed, where the call says so. */
  readonly factor?: Factor;
  /** Does it, under the account's row lock and with a fresh proof. */
  make(tx: Tx, visit: Visit, now: number): Promise<Result<Change<Answer>>>;
  /** What the same call is told again (R12a). */
  again(tx: Tx, visit: Visit, now: number): Promise<Answer>;
}

/** What was changed, and who is told. */
export interface Change<Answer> {
  readonly answer: Answer;
  readonly factor?: Factor;
  readonly notices: readonly Notice[];
}

/** For a change that has nothing to say. */
export const acknowledgeAgain = (_tx: Tx, _visit: Visit, now: number): Promise<Acknowledged> => Promise.resolve({ now });

/** Own session, fresh proof, one transaction, an audit row, a notice (R18, S-28, S-29); the same call again is told the same again (R12a). */
export async function change<Answer>(changing: ChangeCall<Answer>): Promise<Result<Answer>> {
  const { domain, caller, operation, request } = changing;
  const call = await callId(domain, operation, caller, request);
  const tokenHash = await sha256(caller.token);
  const { answer, notices } = await transact(domain.store, (tx) => makeOnce(tx, changing, call, tokenHash));
  postNotices(domain, notices);
  return answer;
}

interface Made<Answer> {
  readonly answer: Result<Answer>;
  readonly notices: readonly Notice[];
}

async function makeOnce<Answer>(tx: Tx, changing: ChangeCall<Answer>, call: string | undefined, tokenHash: string): Promise<Made<Answer>> {
  const { domain, caller, event } = changing;
  const now = domain.clock.now();
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok) return { answer: visit, notices: [] };
  if ((await findCall(tx, call, now))?.at === "acknowledged") return { answer: succeed(await changing.again(tx, visit.value, now)), notices: [] };
  const { session } = visit.value;
  const about = { event, accountId: session.accountId, app: session.app, ...(changing.factor === undefined ? {} : { factor: changing.factor }) };
  const fresh = checkFresh(session, now);
  const made = fresh.ok ? await changing.make(tx, visit.value, now) : fresh;
  if (!made.ok) {
    await recordAudit(tx, caller, { ...about, result: "failure", reason: made.error.code }, now);
    return { answer: fail(made.error), notices: [] };
  }
  const { answer, factor, notices } = made.value;
  await recordCall(tx, call, { at: "acknowledged" }, now);
  await recordAudit(tx, caller, { ...about, result: "success", ...(factor === undefined ? {} : { factor }) }, now);
  return { answer: succeed(answer), notices };
}
