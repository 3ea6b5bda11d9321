import type { Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Standing } from "../sign-in/standing.ts";
import type { ChallengeRow, SessionRow } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import type { Holder } from "../tries/trial.ts";

// Room: enrolment. An authenticator app is bound in two steps, a secret and its first code, in a login as in the personal centre.

/** What an app is bound in, and how its account stands there. */
export interface Ground {
  readonly row: Pick<ChallengeRow & SessionRow, "id" | "accountId" | "app">;
  readonly standing: Standing;
}

/** Where a call binds an app: it says how to hold the account and whether an app may be bound now. */
export interface Place<G extends Ground> {
  readonly domain: Domain;
  readonly caller: Caller;
  /** Takes hold of the account's row, by the call's token. */
  lock(tx: Tx, now: number): Promise<Result<Holder>>;
  /** What the app may be bound in, as it stands now. Under the account's row lock. */
  find(tx: Tx, now: number): Promise<Result<G>>;
}
