import type { ChallengeFactor, Completion, Result } from "@guard/contract";
import { fail, succeed } from "@guard/contract";
import { describeChallenge } from "../challenge/describe.ts";
import { mintToken, newId } from "../crypto/token.ts";
import type { MintedToken } from "../crypto/token.ts";
import type { Runners } from "../factors/registry.ts";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { networkOf } from "../network/address.ts";
import type { Random } from "../ports.ts";
import { describeSession } from "../session/describe.ts";
import { insertChallenge } from "../store/challenge.ts";
import { touchDevice } from "../store/device.ts";
import type { CallState } from "../store/idempotency.ts";
import { rememberNetwork } from "../store/known-network.ts";
import { rememberFactor } from "../store/last-factor.ts";
import { putRecoveryCode, spendRecoveryCode } from "../store/recovery-code.ts";
import type { ChallengeRow, DeviceRow, SessionRow } from "../store/schema.ts";
import { insertSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { AMR } from "./beginning.ts";
import type { Beginning } from "./beginning.ts";
import { decideNeed } from "./need.ts";
import type { Need } from "./need.ts";
import { allowedRedirect } from "./redirect.ts";
import type { Standing } from "./standing.ts";

/** A login that got as far as it can on its own. */
export interface Login {
  readonly standing: Standing;
  readonly began: Beginning;
  /** Factors proven in this login, beyond what it began with. */
  readonly proven: readonly ChallengeFactor[];
  /** The recovery code that proved, as it stood then, to be used up once the login is done (R15). */
  readonly recoveryMac?: string | null;
  /** A recovery code that is due once the login is done: TOTP was bound in it, or the old code was used (R14, R15). */
  readonly recovery?: MintedRecovery;
  /** As sign-in carried it; matched again at each use (S-45). */
  readonly redirectUri: string | null;
  /** Trusted by this account in this application: it stands in for the second factor (R24). */
  readonly device?: DeviceRow | undefined;
  /** Where it comes from. */
  readonly ip: string;
}

/** Ids and tokens a completion may need, made before the transaction because hashing is not SQL. */
export interface Minted {
  readonly id: string;
  readonly session: MintedToken;
  readonly challenge: MintedToken;
  readonly device: MintedToken;
}

export async function mintCompletion(random: Random): Promise<Minted> {
  const [session, challenge, device] = await Promise.all([mintToken(random, "gs_"), mintToken(random, "gc_"), mintToken(random, "gd_")]);
  return { id: newId(random), session, challenge, device };
}

/** What the login came to, and what a repetition of the call has to replace (R12a). */
export interface Completed {
  readonly completion: Completion;
  readonly state: Extract<CallState, { at: "accepted" | "challenged" }>;
  /** Why no second factor was asked where policy wants one. */
  readonly waived?: "mfa_bypassed" | "trusted_device";
}

/** The only way to a session (S-24). The policy is judged here and now: turned on meanwhile it asks, turned off it lets through (S-53). */
export async function completeLogin(tx: Tx, runners: Runners, login: Login, minted: Minted, now: number): Promise<Result<Completed>> {
  const need = stillNeeded(login, runners);
  if (need.kind === "unavailable") return fail({ code: "factor_unavailable" });
  if (need.kind === "nothing") {
    const proof = { amr: amrOf(login), steppedUpAt: login.proven.length > 0 ? now : null, deviceId: null };
    const opened = await openSession(tx, login, proof, minted, now);
    return succeed(need.bypassed ? { ...opened, waived: "mfa_bypassed" } : opened);
  }
  if (need.need === "verify" && login.device !== undefined) return enterTrusted(tx, login, login.device, minted, now);
  return openNewChallenge(tx, runners, login, { need: need.need, factors: need.factors }, minted, now);
}

/** A factor that was switched off while it was being proven does not finish, as long as another one is asked for (S-53); a recovery code stands in for any (R15). Pure. */
function stillNeeded({ standing, began, proven }: Login, runners: Runners): Need {
  const { factors, identitySources } = standing.policy;
  if (began.by === "code" || (began.by === "source" && !identitySources.includes(began.source))) return NOTHING;
  const need = decideNeed(standing, runners, proven);
  const answered = proven.some((factor) => factor === "recovery" || factors.includes(factor));
  return answered && need.kind === "factor" && need.need === "verify" ? NOTHING : need;
}

const NOTHING = { kind: "nothing", bypassed: false } as const satisfies Need;

/** A trusted device spares the second factor and proves nothing: no `mfa`, no step-up (R24). */
async function enterTrusted(tx: Tx, login: Login, device: DeviceRow, minted: Minted, now: number): Promise<Result<Completed>> {
  await touchDevice(tx, device.id, now);
  const entered = await openSession(tx, login, { amr: [AMR[login.began.by], "device"], steppedUpAt: null, deviceId: device.id }, minted, now);
  return succeed({ ...entered, waived: "trusted_device" });
}

/** What a session says about how it came to be. */
type Proof = Pick<SessionRow, "steppedUpAt" | "deviceId"> & { readonly amr: readonly string[] };

/** Who closed the page before reading the recovery code left a session that nobody holds (R14). */
const UNHELD_MS = 900_000;

async function openSession(tx: Tx, login: Login, { amr, ...proof }: Proof, minted: Minted, now: number): Promise<Completed> {
  const { account, application, policy } = login.standing;
  const { recovery } = login;
  const session: SessionRow = {
    id: minted.id,
    tokenHash: minted.session.hash,
    accountId: account.id,
    app: application.id,
    amr: JSON.stringify(amr),
    authTime: now,
    expiresAt: now + policy.sessionLifetimeMs,
    unheldUntil: recovery === undefined ? null : now + UNHELD_MS,
    bindFactor: null,
    bindTarget: null,
    ...proof,
  };
  await insertSession(tx, session);
  await rememberNetwork(tx, account.id, networkOf(login.ip), now);
  if (recovery !== undefined) await handOver(tx, login, recovery, now);
  const last = login.proven.findLast((factor) => factor !== "recovery");
  if (last !== undefined) await rememberFactor(tx, account.id, application.id, last);
  const redirectTo = allowedRedirect(login.redirectUri, application.redirectUris);
  const described = describeSession(session, account, minted.session.token);
  const done: Completion = { status: "done", session: described, ...(redirectTo === undefined ? {} : { redirectTo }), ...(recovery === undefined ? {} : { recoveryCode: recovery.code }), now };
  return { completion: done, state: { at: "accepted", sessionId: session.id } };
}

/** The next recovery code takes the place of the one that was used, which opens one session and no other (S-20). */
async function handOver(tx: Tx, { standing: { account }, recoveryMac = null }: Login, { mac }: MintedRecovery, now: number): Promise<void> {
  if (recoveryMac === null) return putRecoveryCode(tx, account.id, mac, now);
  if (!(await spendRecoveryCode(tx, account.id, recoveryMac, mac, now))) throw new Error("A recovery code changed under its account's row lock.");
}

/** RFC 8176; it has no word for a recovery code. */
function amrOf({ began, proven }: Login): string[] {
  const first = AMR[began.by];
  if (proven.length === 0) return [first];
  const typed = proven.some((factor) => factor !== "recovery" && factor !== "face");
  return [first, ...(typed ? ["otp"] : []), ...(proven.includes("face") ? ["face"] : []), "mfa"];
}

type Ask = Pick<ChallengeRow, "need"> & { readonly factors: readonly ChallengeFactor[] };

async function openNewChallenge(tx: Tx, runners: Runners, login: Login, ask: Ask, minted: Minted, now: number): Promise<Result<Completed>> {
  const { standing } = login;
  const row: ChallengeRow = {
    id: minted.id,
    tokenHash: minted.challenge.hash,
    accountId: standing.account.id,
    app: standing.application.id,
    need: ask.need,
    factors: JSON.stringify(ask.factors),
    proven: JSON.stringify(login.proven),
    recoveryMac: login.recoveryMac ?? null,
    bindFactor: null,
    bindTarget: null,
    redirectUri: login.redirectUri,
    source: login.began.by === "source" ? login.began.source : null,
    createdAt: now,
    expiresAt: now + standing.policy.challengeLifetimeMs,
    burntAt: null,
    lockedUntil: null,
    faceFailures: 0,
  };
  await insertChallenge(tx, row);
  const challenge = await describeChallenge(tx, runners, { row, standing }, minted.challenge.token, now);
  if (!challenge.ok) return challenge;
  return succeed({ completion: { status: "challenge", challenge: challenge.value, now }, state: { at: "challenged", challengeId: row.id } });
}
