import { fail, succeed } from "@guard/contract";
import type { ChallengeFactor, Completion, Operation, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import type { Given } from "../factors/runner.ts";
import { callId } from "../idempotency.ts";
import { completeLogin, mintCompletion } from "../sign-in/complete-login.ts";
import type { Minted } from "../sign-in/complete-login.ts";
import { hasNothingBound, readStanding } from "../sign-in/standing.ts";
import { lockAccountOfChallenge } from "../store/account.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import type { CallState } from "../store/idempotency.ts";
import { countFaceFailure } from "../store/face.ts";
import type { Account, ChallengeRow } from "../store/schema.ts";
import { deleteSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { runTry } from "../tries/run-try.ts";
import type { Accepted, Found, Holder } from "../tries/trial.ts";
import { accept } from "./accept.ts";
import { findOffer } from "./offer.ts";
import type { Open } from "./offer.ts";
import { openChallenge } from "./open.ts";

/** What a challenge's holder brings to be judged. */
export interface Bring {
  readonly operation: Operation;
  readonly factor: ChallengeFactor;
  readonly given: Given;
  /** The request as it came, or what stands for it: with the key it names the call (R12a). */
  readonly request: object;
}

/** A try that comes with a challenge's token. */
export interface ChallengeTry {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly factor: ChallengeFactor;
  readonly tokenHash: string;
  readonly minted: Minted;
}

/** What is judged in a challenge. */
export interface Asked extends Found {
  readonly row: ChallengeRow;
}

/** Judges what was brought to a challenge, and goes on with the login when it is right (R12). */
export async function ask(domain: Domain, caller: Caller, { operation, factor, given, request }: Bring): Promise<Result<Completion>> {
  const call = await callId(domain, operation, caller, request);
  const asking: ChallengeTry = { domain, caller, factor, tokenHash: await sha256(caller.token), minted: await mintCompletion(domain.random) };
  return runTry<Asked, Completion>({
    domain, caller, call, given, factor,
    event: "code_verify",
    onRight: "clear",
    lock: (tx) => lock(tx, asking),
    find: (tx, holder, again, now) => find(tx, asking, holder, again, now),
    findAgain: (tx, holder, asked) => findAgain(tx, asking, holder, asked),
    accept: (tx, asked, now) => accept(tx, asking, asked, now),
    reissue: (tx, { account }, before, now) => reissue(tx, asking, account, before, now),
    ...(given.kind === "image" ? { onWrong: (tx, { row }) => countFaceFailure(tx, row.id) } : {}),
  });
}

async function lock(tx: Tx, { tokenHash }: ChallengeTry): Promise<Result<Holder>> {
  const account = await lockAccountOfChallenge(tx, tokenHash);
  const row = await findChallengeByToken(tx, tokenHash);
  return account === undefined || row === undefined ? fail({ code: "challenge_expired" }) : succeed({ account, app: row.app });
}

async function find(tx: Tx, asking: ChallengeTry, holder: Holder, again: boolean, now: number): Promise<Result<Asked>> {
  const { domain, tokenHash, factor } = asking;
  const open = again ? await reopen(tx, tokenHash, holder) : await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const offer = findOffer(open.value, domain.runners, factor);
  if (offer === undefined) return fail({ code: "factor_unavailable" });
  // No address was entered yet, so no code can be right: nothing is compared and nothing is counted.
  if (offer.runner.delivery !== undefined && offer.target === null) return fail({ code: "conflict" });
  const { row, standing } = open.value;
  const { runner, purpose, target, binding } = offer;
  return succeed({ row, standing, runner, subject: { accountId: row.accountId, app: row.app, purpose, target, binding } });
}

/** For a try that is counted already: the lock it may have set itself does not stand in its way. */
async function reopen(tx: Tx, tokenHash: string, { account }: Holder): Promise<Result<Open>> {
  const row = await findChallengeByToken(tx, tokenHash);
  const standing = row === undefined ? undefined : await readStanding(tx, account, row.app);
  return row === undefined || standing === undefined || row.burntAt !== null ? fail({ code: "challenge_expired" }) : succeed({ row, standing });
}

/** What was counted is what is judged, whatever was entered since (S-27); unless the login is over, or may not bind any more. */
async function findAgain(tx: Tx, { tokenHash }: ChallengeTry, holder: Holder, asked: Asked): Promise<Result<Asked>> {
  const open = await reopen(tx, tokenHash, holder);
  if (!open.ok) return open;
  const { row, standing } = open.value;
  if (row.need === "bind" && !hasNothingBound(standing)) return fail({ code: "bind_not_allowed" });
  return succeed({ ...asked, row, standing });
}

/** The answer with the session was lost: a fresh one takes its place, as long as the lost one was not signed out. */
export async function reissue(tx: Tx, { domain, tokenHash, factor, minted }: ChallengeTry, account: Account, before: CallState, now: number): Promise<Result<Accepted<Completion>>> {
  const row = await findChallengeByToken(tx, tokenHash);
  const standing = row === undefined ? undefined : await readStanding(tx, account, row.app);
  if (row === undefined || standing === undefined || before.at !== "accepted") return fail({ code: "challenge_expired" });
  if (!(await deleteSession(tx, before.sessionId))) return fail({ code: "challenge_expired" });
  const completed = await completeLogin(tx, domain.runners, { standing, proven: [factor], redirectUri: row.redirectUri }, minted, now);
  if (!completed.ok) return completed;
  return succeed({ answer: completed.value.completion, state: completed.value.state, notices: [] });
}
