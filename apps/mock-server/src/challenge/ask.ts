import { fail, succeed } from "@guard/contract";
import type { ChallengeFactor, Completion, Operation, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { mintRecovery } from "../factors/recovery/code.ts";
import type { Given } from "../factors/runner.ts";
import { callId } from "../idempotency.ts";
import { mintCompletion } from "../sign-in/complete-login.ts";
import { readStanding } from "../sign-in/standing.ts";
import { lockAccountOfChallenge } from "../store/account.ts";
import { burnChallenge, findChallengeByToken } from "../store/challenge.ts";
import { deleteDevice } from "../store/device.ts";
import { countFaceFailure } from "../store/face.ts";
import type { CallState } from "../store/idempotency.ts";
import type { ChallengeRow } from "../store/schema.ts";
import { deleteSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { runTry } from "../tries/run-try.ts";
import type { Accepted, Found, Holder } from "../tries/trial.ts";
import { accept, goOn } from "./accept.ts";
import type { Completing } from "./accept.ts";
import { findOffer, mayBindFactor, proofStands } from "./offer.ts";
import type { Open } from "./offer.ts";
import { openChallenge } from "./open.ts";

/** What a challenge's holder brings to be judged. */
export interface Bring {
  readonly operation: Operation;
  readonly factor: ChallengeFactor;
  readonly given: Given;
  /** The request as it came, or what stands for it: with the key it names the call (R12a). */
  readonly request: object;
  /** The device is to be trusted once this is right (R24). */
  readonly trustDevice?: boolean | undefined;
}

/** What is judged in a challenge. */
export interface Asked extends Found {
  readonly row: ChallengeRow;
}

/** Judges what was brought to a challenge, and goes on with the login when it is right (R12). */
export async function ask(domain: Domain, caller: Caller, { operation, factor, given, request, trustDevice }: Bring): Promise<Result<Completion>> {
  const call = await callId(domain, operation, caller, request);
  const asking = { ...(await prepareCompletion(domain, caller, factor)), trustDevice };
  return runTry<Asked, Completion>({
    domain, caller, call, given, factor,
    event: "code_verify",
    onRight: "clear",
    lock: (tx) => lock(tx, asking),
    find: (tx, holder, again, now) => find(tx, asking, given, holder, again, now),
    findAgain: (tx, holder, asked) => findAgain(tx, asking, holder, asked),
    accept: (tx, asked, now) => accept(tx, asking, asked, asked.subject.purpose === "bind" ? { target: asked.subject.target } : undefined, now),
    reissue: (tx, _holder, before, now) => reissue(tx, asking, before, now),
    ...(given.kind === "image" ? { onWrong: (tx, { row }) => countFaceFailure(tx, row.id) } : {}),
  });
}

/** What is hashed, before any transaction. */
export async function prepareCompletion(domain: Domain, caller: Caller, factor: ChallengeFactor): Promise<Completing> {
  const recovery = await mintRecovery(await domain.keys(), domain.random);
  return { domain, caller, factor, recovery, tokenHash: await sha256(caller.token), minted: await mintCompletion(domain.random) };
}

/** Takes hold of the account that a challenge is for. */
export async function lock(tx: Tx, { tokenHash }: Pick<Completing, "tokenHash">): Promise<Result<Holder>> {
  const account = await lockAccountOfChallenge(tx, tokenHash);
  const row = await findChallengeByToken(tx, tokenHash);
  return account === undefined || row === undefined ? fail({ code: "challenge_expired" }) : succeed({ account, app: row.app });
}

async function find(tx: Tx, asking: Completing, { kind }: Given, holder: Holder, again: boolean, now: number): Promise<Result<Asked>> {
  const { domain, tokenHash, factor } = asking;
  const open = again ? await reopen(tx, tokenHash, holder) : await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  const offer = findOffer(open.value, domain.runners, factor);
  if (offer === undefined) return fail({ code: "factor_unavailable" });
  // No address was entered yet, or an authenticator app is bound by its own call: no code can be right, so nothing is compared and counted.
  if (kind === "code" && !offer.bound && offer.target === null) return fail({ code: "conflict" });
  const { row, standing } = open.value;
  const { runner, purpose, target, binding } = offer;
  return succeed({ row, standing, runner, subject: { accountId: row.accountId, app: row.app, purpose, target, binding } });
}

/** For a try that is counted already: the lock it may have set itself does not stand in its way. */
async function reopen(tx: Tx, tokenHash: string, { account }: Holder): Promise<Result<Open>> {
  const row = await findChallengeByToken(tx, tokenHash);
  const standing = row === undefined ? undefined : await readStanding(tx, account, row.app);
  return row === undefined || standing === undefined || row.burntAt !== null || !proofStands({ row, standing }) ? fail({ code: "challenge_expired" }) : succeed({ row, standing });
}

/** What was counted is what is judged, whatever was entered since (S-27); unless the login is over, or may not bind any more. */
async function findAgain(tx: Tx, { tokenHash, factor }: Completing, holder: Holder, asked: Asked): Promise<Result<Asked>> {
  const open = await reopen(tx, tokenHash, holder);
  if (!open.ok) return open;
  const { row, standing } = open.value;
  if (asked.subject.purpose === "bind" && !mayBindFactor({ row, standing }, factor)) return fail({ code: "bind_not_allowed" });
  return succeed({ ...asked, row, standing });
}

/** The answer was lost: a fresh session or challenge takes the place of the one in it, as long as that was not used meanwhile. */
export async function reissue(tx: Tx, completing: Completing, before: CallState, now: number): Promise<Result<Accepted<Completion>>> {
  const row = await findChallengeByToken(tx, completing.tokenHash);
  if (row === undefined || !(await takeBackAnswer(tx, row.accountId, before, now))) return fail({ code: "challenge_expired" });
  // The session that was lost had used the recovery code up already.
  const gone = await goOn(tx, completing, before.at === "accepted" ? { ...row, recoveryMac: null } : row, now);
  return gone.ok ? succeed({ ...gone.value, notices: [] }) : gone;
}

async function takeBackAnswer(tx: Tx, accountId: string, before: CallState, now: number): Promise<boolean> {
  // The token of a device that this login made trusted was in the answer that was lost.
  if (before.at === "accepted") await deleteDevice(tx, accountId, before.sessionId);
  if (before.at === "accepted") return deleteSession(tx, before.sessionId);
  return before.at === "challenged" && burnChallenge(tx, before.challengeId, now);
}
