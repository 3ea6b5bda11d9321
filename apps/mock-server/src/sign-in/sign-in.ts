import { fail } from "@guard/contract";
import type { Completion, GuardError, Result } from "@guard/contract";
import { readIdentifier } from "../account/identifier.ts";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import { isTrusted } from "../device/trust.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import { nameGuess, pardonGuess } from "../limits/password-throttle.ts";
import { Busy } from "../ports.ts";
import { lockAccount, replacePassword } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { burnChallenge } from "../store/challenge.ts";
import { findDevice } from "../store/device.ts";
import { findCall, recordCall } from "../store/idempotency.ts";
import type { Account, DeviceRow } from "../store/schema.ts";
import { deleteSession } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { admit, orForget } from "./admit.ts";
import { checkPassword } from "./check-password.ts";
import { completeLogin, mintCompletion } from "./complete-login.ts";
import type { Completed, Login, Minted } from "./complete-login.ts";
import type { Entry } from "./entry.ts";
import { readStanding } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** Password login (R1): a session, or a challenge where policy asks for a second factor (R2). */
export async function signIn(domain: Domain, caller: Caller, request: Entry["request"]): Promise<Result<Completion>> {
  // Nobody could judge it, so nothing is read or written for it: a flood's excess must be cheap (S-39).
  if (domain.hasher.isFull?.() === true) throw new Busy("No password can be judged right now.");
  const identifier = readIdentifier(request.identifier);
  const carried = caller.deviceToken ?? request.deviceToken;
  const [guess, call, deviceHash] = await Promise.all([
    nameGuess(domain, caller, identifier),
    callId(domain, "signIn", caller, request),
    carried === undefined ? undefined : sha256(carried),
  ]);
  const entry: Entry = { domain, caller, request, identifier, guess, deviceHash, call };
  const admitted = await admit(entry);
  if (admitted.kind === "answered") return admitted.answer;
  const { account } = admitted;
  const verdict = await orForget(entry, checkPassword(domain, account, request.password));
  if (!verdict.right || account === undefined) return refuseCredentials(entry, account);
  const minted = await mintCompletion(domain.random);
  return transact(domain.store, (tx) => enter(tx, entry, account, verdict.rehashed, minted));
}

/** One answer, whichever of the pair was wrong; the same call again hears it without counting again (R12a). */
async function refuseCredentials({ domain, caller, request, call }: Entry, account: Account | undefined): Promise<Result<never>> {
  const error = { code: "invalid_credentials" } as const satisfies GuardError;
  const whose = account === undefined ? {} : { accountId: account.id };
  const now = domain.clock.now();
  await transact(domain.store, async (tx) => {
    await recordCall(tx, call, { at: "refused", error }, now);
    await recordAudit(tx, caller, { event: "sign_in", result: "failure", reason: error.code, app: request.app, ...whose }, now);
  });
  return fail(error);
}

/** The password was right: judged again on the account as it stands under its row lock. */
async function enter(tx: Tx, entry: Entry, known: Account, rehashed: string | undefined, minted: Minted): Promise<Result<Completion>> {
  const { domain, request, call } = entry;
  const now = domain.clock.now();
  const account = await lockAccount(tx, known.id);
  // Changed while it was being verified: what was right a moment ago proves nothing any more.
  if (account.password !== known.password) return conclude(tx, entry, account, fail({ code: "invalid_credentials" }), now);
  await pardonGuess(tx, entry.guess, now);
  const standing = await readStanding(tx, account, request.app);
  if (standing === undefined) return conclude(tx, entry, account, fail({ code: "not_found" }), now);
  const free = checkCounter(account, now);
  // A closed account is let as far as its recovery code (R11b).
  if (!free.ok && !(free.error.code === "closed" && standing.recoveryMac !== undefined)) return conclude(tx, entry, account, free, now);
  if (rehashed !== undefined) await replacePassword(tx, account.id, rehashed);
  await replaceLostAnswer(tx, call, now);
  const device = await trustedDevice(tx, entry, standing, now);
  const login: Login = { standing, began: { by: "password" }, proven: [], redirectUri: request.redirectUri ?? null, device, ip: entry.caller.ip };
  return conclude(tx, entry, account, await completeLogin(tx, domain.runners, login, minted, now), now);
}

/** The device that came along, if this account trusts it in this application (R24). */
async function trustedDevice(tx: Tx, { deviceHash }: Entry, standing: Standing, now: number): Promise<DeviceRow | undefined> {
  if (deviceHash === undefined) return undefined;
  const device = await findDevice(tx, deviceHash, standing.account.id, standing.application.id);
  return device !== undefined && isTrusted(device, standing, now) ? device : undefined;
}

/** The same call again: what its first answer opened is closed, so that one login leaves one session (R12a). */
async function replaceLostAnswer(tx: Tx, call: string | undefined, now: number): Promise<void> {
  const before = await findCall(tx, call, now);
  if (before?.at === "accepted") await deleteSession(tx, before.sessionId);
  if (before?.at === "challenged") await burnChallenge(tx, before.challengeId, now);
}

async function conclude(tx: Tx, { caller, request, call }: Entry, account: Account, result: Result<Completed>, now: number): Promise<Result<Completion>> {
  const about = { event: "sign_in", accountId: account.id, app: request.app } as const;
  if (!result.ok) {
    await recordAudit(tx, caller, { ...about, result: "failure", reason: result.error.code }, now);
    return result;
  }
  const { completion, state, waived } = result.value;
  await recordCall(tx, call, state, now);
  const reason = waived === undefined ? {} : { reason: waived };
  await recordAudit(tx, caller, { ...about, result: completion.status === "done" ? "success" : "challenged", ...reason }, now);
  return { ok: true, value: completion };
}
