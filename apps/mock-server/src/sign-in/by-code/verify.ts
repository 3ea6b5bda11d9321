import { fail, succeed } from "@guard/contract";
import type { Completion, Result, VerifySignInCodeRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../../caller.ts";
import { sameMac } from "../../crypto/mac.ts";
import type { Domain } from "../../domain.ts";
import { callId } from "../../idempotency.ts";
import { lockAccount } from "../../store/account.ts";
import { recordAudit } from "../../store/audit.ts";
import { lockBucket } from "../../store/bucket.ts";
import { endWait } from "../../store/delivery-wait.ts";
import { findCall, recordCall } from "../../store/idempotency.ts";
import type { CallState } from "../../store/idempotency.ts";
import type { Account } from "../../store/schema.ts";
import { deleteSession } from "../../store/session.ts";
import { endSignInCodes, endSignInWait, listUsableCodes, reserveSignInTry, spendSignInCode } from "../../store/sign-in-code.ts";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import { completeLogin, mintCompletion } from "../complete-login.ts";
import type { Minted } from "../complete-login.ts";
import { loginAddress, readStanding } from "../standing.ts";
import { findOwner, openEntrance } from "./entrance.ts";
import type { Entrance } from "./entrance.ts";
import { macOf } from "./parcel.ts";

/** A code that was typed to sign in with. */
interface CodeEntry {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly entrance: Entrance;
  readonly call: string | undefined;
  readonly typed: string;
  readonly redirectUri: string | null;
  readonly minted: Minted;
}

/** Either the answer stands already, or a counted try goes on to be compared with so many left after it. */
type Begun = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "counted"; readonly left: number };

/** Judges a code to sign in with: counted and committed before it is compared (S-02), in a budget of its own that knows nothing of the lock (R2a). */
export async function verifySignInCode(domain: Domain, caller: Caller, request: v.InferOutput<typeof VerifySignInCodeRequest>): Promise<Result<Completion>> {
  const entrance = await openEntrance(domain, caller, request);
  if (!entrance.ok) return entrance;
  const call = await callId(domain, "verifySignInCode", caller, request);
  const [typed, minted] = await Promise.all([macOf(domain, entrance.value, request.code), mintCompletion(domain.random)]);
  const entry: CodeEntry = { domain, caller, entrance: entrance.value, call, typed, redirectUri: request.redirectUri ?? null, minted };
  const begun = await transact(domain.store, (tx) => count(tx, entry));
  return begun.kind === "answered" ? begun.answer : transact(domain.store, (tx) => settle(tx, entry, begun.left));
}

async function count(tx: Tx, entry: CodeEntry): Promise<Begun> {
  const { domain, entrance, call } = entry;
  const { signInCodeTries } = entrance.policy;
  const now = domain.clock.now();
  await lockBucket(tx, entrance.gate, now);
  const before = await findCall(tx, call, now);
  const settled = await replay(tx, entry, before, now);
  if (settled !== undefined) return { kind: "answered", answer: settled };
  // A repetition whose first run died between count and verdict is judged without being counted again.
  if (before?.at === "tried") return { kind: "counted", left: before.left };
  const tries = await reserveSignInTry(tx, entrance.slot, signInCodeTries);
  if (tries === undefined) return { kind: "answered", answer: await refuse(tx, entry, { code: "challenge_expired" }, now) };
  const left = signInCodeTries - tries;
  await recordCall(tx, call, { at: "tried", left }, now);
  return { kind: "counted", left };
}

async function settle(tx: Tx, entry: CodeEntry, left: number): Promise<Result<Completion>> {
  const { domain, entrance, call } = entry;
  const now = domain.clock.now();
  await lockBucket(tx, entrance.gate, now);
  // A twin of this call may have settled it meanwhile.
  const settled = await replay(tx, entry, await findCall(tx, call, now), now);
  if (settled !== undefined) return settled;
  const account = await findRightful(tx, entry, now);
  if (account !== undefined) return enter(tx, entry, account, now);
  if (left > 0) return refuse(tx, entry, { code: "code_invalid", attemptsLeft: left }, now);
  await endSignInCodes(tx, entrance.slot);
  return refuse(tx, entry, { code: "challenge_expired" }, now);
}

/** Whose code it is, held and used up; nobody's where it is wrong, used, expired or superseded, or the address is not theirs any more. */
async function findRightful(tx: Tx, { entrance, typed }: CodeEntry, now: number): Promise<Account | undefined> {
  const usable = await listUsableCodes(tx, entrance.slot, now);
  const right = usable.find((row) => sameMac(row.mac, typed));
  if (right === undefined || right.accountId === null) return undefined;
  const account = await lockAccount(tx, right.accountId);
  if (loginAddress(account, entrance.factor) !== entrance.target) return undefined;
  return (await spendSignInCode(tx, right.id, now)) ? account : undefined;
}

/** A full session without a second factor (R2a). The lock of R11 is neither set, cleared nor asked. */
async function enter(tx: Tx, entry: CodeEntry, account: Account, now: number): Promise<Result<Completion>> {
  const { entrance } = entry;
  await endSignInCodes(tx, entrance.slot);
  await endSignInWait(tx, entrance.slot.subject, now);
  await endWait(tx, { accountId: account.id, target: entrance.target }, now);
  return open(tx, entry, account, now);
}

async function open(tx: Tx, entry: CodeEntry, account: Account, now: number): Promise<Result<Completion>> {
  const { domain, caller, entrance, call, minted } = entry;
  const standing = await readStanding(tx, account, entrance.slot.app);
  if (standing === undefined) return refuse(tx, entry, { code: "challenge_expired" }, now);
  const completed = await completeLogin(tx, domain.runners, { standing, began: { by: "code" }, proven: [], redirectUri: entry.redirectUri, ip: caller.ip }, minted, now);
  if (!completed.ok) return completed;
  await recordCall(tx, call, completed.value.state, now);
  await recordAudit(tx, caller, { event: "sign_in", result: "success", accountId: account.id, app: entrance.slot.app, factor: entrance.factor }, now);
  return succeed(completed.value.completion);
}

/** The verdict a call got before; a lost session is replaced, as long as it was not signed out (R12a). */
async function replay(tx: Tx, entry: CodeEntry, before: CallState | undefined, now: number): Promise<Result<Completion> | undefined> {
  if (before?.at === "refused") return fail(before.error);
  if (before?.at !== "accepted") return undefined;
  const owner = await findOwner(tx, entry.entrance);
  if (owner === undefined || !(await deleteSession(tx, before.sessionId))) return fail({ code: "challenge_expired" });
  return open(tx, entry, await lockAccount(tx, owner.id), now);
}

type Refusal = { readonly code: "code_invalid"; readonly attemptsLeft: number } | { readonly code: "challenge_expired" };

async function refuse(tx: Tx, { caller, entrance, call }: CodeEntry, error: Refusal, now: number): Promise<Result<never>> {
  const owner = await findOwner(tx, entrance);
  const whose = owner === undefined ? {} : { accountId: owner.id };
  await recordCall(tx, call, { at: "refused", error }, now);
  await recordAudit(tx, caller, { event: "sign_in", result: "failure", reason: error.code, app: entrance.slot.app, factor: entrance.factor, ...whose }, now);
  return fail(error);
}
