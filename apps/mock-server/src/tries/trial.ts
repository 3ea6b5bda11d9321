import type { ChallengeFactor, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { FactorRunner, Given, Subject } from "../factors/runner.ts";
import type { Notice } from "../notices/notice.ts";
import type { Standing } from "../sign-in/standing.ts";
import type { Account } from "../store/schema.ts";
import type { AuditEvent } from "../store/audit.ts";
import type { CallState } from "../store/idempotency.ts";
import type { Tx } from "../store/transaction.ts";

/** Whose account a token opens, its row held until the transaction ends. */
export interface Holder {
  readonly account: Account;
  readonly app: string;
}

/** What is to be judged, and by whom. A caller adds what it needs to accept. */
export interface Found {
  readonly standing: Standing;
  readonly runner: FactorRunner;
  readonly subject: Subject;
}

/** What a right try came to. */
export interface Accepted<Answer> {
  readonly answer: Answer;
  /** What a repetition of the call has to replace (R12a). */
  readonly state: CallState;
  /** Posted once the transaction is over (S-28). */
  readonly notices: readonly Notice[];
}

/**
 * One try, whatever is tried (a code, a recovery code, a picture) and wherever it comes from (a challenge, a session).
 * The functions get a transaction and do SQL only; all but `lock` run under the account's row lock.
 */
export interface Trial<F extends Found, Answer> {
  readonly domain: Domain;
  readonly caller: Caller;
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
  readonly given: Given;
  /** How the audit names it. */
  readonly event: AuditEvent;
  readonly factor: ChallengeFactor;
  /** A right code in a login clears all three counters; elsewhere it takes back its own try and nothing else (R11). */
  readonly onRight: "clear" | "take-back";
  /** Takes hold of the account's row, by the call's token. */
  lock(tx: Tx, now: number): Promise<Result<Holder>>;
  /** What is asked for, as it stands. `again`: it is counted already, so the lock it may have set itself does not stand in its way. */
  find(tx: Tx, holder: Holder, again: boolean, now: number): Promise<Result<F>>;
  /** The same after the comparison: whatever changed meanwhile is judged here. */
  findAgain(tx: Tx, holder: Holder, found: F, now: number): Promise<Result<F>>;
  /** The try was wrong: what else has to be remembered of it, beside the count. */
  onWrong?(tx: Tx, found: F): Promise<void>;
  /** The try was right and its counter is settled. */
  accept(tx: Tx, found: F, now: number): Promise<Result<Accepted<Answer>>>;
  /** The answer of this call was lost: what `before` left is replaced. */
  reissue(tx: Tx, holder: Holder, before: CallState, now: number): Promise<Result<Accepted<Answer>>>;
}
