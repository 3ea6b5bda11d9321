import { fail, succeed } from "@guard/contract";
import type { ChallengeFactor, Completion, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import { newId } from "../crypto/token.ts";
import { trustDevice } from "../device/trust.ts";
import type { Domain } from "../domain.ts";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { factorBound } from "../notices/factor-bound.ts";
import { noticeFor } from "../notices/notice.ts";
import type { Notice } from "../notices/notice.ts";
import { recoveryUsed } from "../notices/recovery-used.ts";
import { beginningOf } from "../sign-in/beginning.ts";
import { completeLogin } from "../sign-in/complete-login.ts";
import type { Completed, Minted } from "../sign-in/complete-login.ts";
import { readStanding } from "../sign-in/standing.ts";
import { findAccount } from "../store/account.ts";
import { recordAudit } from "../store/audit.ts";
import { insertBinding } from "../store/binding.ts";
import { burnChallenge, setProvenRecovery } from "../store/challenge.ts";
import { killDevices } from "../store/device.ts";
import type { ChallengeRow } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import type { Accepted } from "../tries/trial.ts";
import { proofStands, provenBefore } from "./offer.ts";
import type { Open } from "./offer.ts";

/** A call that may complete a challenge's login, with all it may need for that. */
export interface Completing {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly factor: ChallengeFactor;
  readonly tokenHash: string;
  readonly minted: Minted;
  readonly recovery: MintedRecovery;
  /** An authenticator app is bound by this, so a recovery code is due (R14). */
  readonly enrols?: true;
  /** The device is to be trusted once the login is complete (R24). */
  readonly trustDevice?: boolean | undefined;
}

/** What is bound by this completion: an address whose code came back (S-27), an authenticator app, or a face. */
export interface Binds {
  readonly id?: string;
  readonly target: string | null;
  readonly secret?: string;
  readonly lastStep?: number;
}

/** A factor was right: the challenge burns, what waited for it is bound, the login goes on. */
export async function accept(tx: Tx, completing: Completing, open: Open, binds: Binds | undefined, now: number): Promise<Result<Accepted<Completion>>> {
  const { standing } = open;
  const { factor } = completing;
  const { account, application } = standing;
  const row = factor === "recovery" ? await rememberProof(tx, open) : open.row;
  if (!(await burnChallenge(tx, row.id, now))) throw new Error("A burnt challenge was about to be accepted under its account's row lock.");
  const notices: Notice[] = [];
  if (binds !== undefined) {
    await bindFactor(tx, completing, open, binds, now);
    notices.push(...noticeFor(account, factorBound(application.name, factor)));
  }
  const gone = await goOn(tx, completing, row, now);
  if (!gone.ok) return gone;
  const used = row.recoveryMac !== null && gone.value.state.at === "accepted";
  return succeed({ ...gone.value, notices: used ? [...notices, ...noticeFor(account, recoveryUsed(application.name))] : notices });
}

/** It may prove again until a login with it is done, for a page that was reloaded on the way. */
async function rememberProof(tx: Tx, { row, standing: { recoveryMac } }: Open): Promise<ChallengeRow> {
  if (recoveryMac === undefined) throw new Error("A recovery code was right where the account has none.");
  await setProvenRecovery(tx, row.id, recoveryMac);
  return { ...row, recoveryMac };
}

async function bindFactor(tx: Tx, { domain, caller, factor }: Completing, { row, standing }: Open, binds: Binds, now: number): Promise<void> {
  const { accountId, app } = row;
  const { id = newId(domain.random), target, secret = null, lastStep = null } = binds;
  await killDevices(tx, accountId);
  await insertBinding(tx, { id, accountId, factor, scope: standing.policy.scope, target, secret, lastStep, boundAt: now });
  await recordAudit(tx, caller, { event: "factor_bind", result: "success", accountId, app, factor }, now);
}

/** The login with this factor proven, judged on the account as it stands now: its counters cleared, its new binding there. */
export async function goOn(tx: Tx, completing: Completing, row: ChallengeRow, now: number): Promise<Result<Omit<Accepted<Completion>, "notices">>> {
  const { domain, caller, factor, minted, recovery, enrols } = completing;
  const standing = await readStanding(tx, await findAccount(tx, row.accountId), row.app);
  if (standing === undefined) throw new Error("An application vanished under a login that was being completed.");
  if (!proofStands({ row, standing })) return fail({ code: "challenge_expired" });
  const proven = [...provenBefore(row), factor];
  const due = proven.includes("recovery") || enrols === true;
  const login = { standing, began: beginningOf(row), proven, recoveryMac: row.recoveryMac, redirectUri: row.redirectUri, ip: caller.ip, ...(due ? { recovery } : {}) };
  const completed = await completeLogin(tx, domain.runners, login, minted, now);
  if (!completed.ok) return completed;
  return succeed({ answer: await trustWhereAsked(tx, completing, { row, standing }, completed.value, now), state: completed.value.state });
}

/** Trusts the device of a login that is complete, where its owner ticked the box (R24). */
function trustWhereAsked(tx: Tx, { domain, caller, factor, minted, trustDevice: asked }: Completing, open: Open, { completion, state }: Completed, now: number): Completion | Promise<Completion> {
  if (asked !== true || state.at !== "accepted" || factor === "recovery") return completion;
  return trustDevice(tx, { domain, caller, open, factor, minted: minted.device }, completion, state.sessionId, now);
}
