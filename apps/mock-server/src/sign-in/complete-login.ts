import type { ChallengeFactor, Completion, Factor, Result } from "@guard/contract";
import { fail, succeed } from "@guard/contract";
import { describeChallenge } from "../challenge/describe.ts";
import { mintToken, newId } from "../crypto/token.ts";
import type { MintedToken } from "../crypto/token.ts";
import type { Runners } from "../factors/registry.ts";
import type { Random } from "../ports.ts";
import { describeSession } from "../session/describe.ts";
import { insertChallenge } from "../store/challenge.ts";
import type { CallState } from "../store/idempotency.ts";
import type { ChallengeRow, SessionRow } from "../store/schema.ts";
import { insertSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { decideNeed } from "./need.ts";
import { allowedRedirect } from "./redirect.ts";
import type { Standing } from "./standing.ts";

/** A login that got as far as it can on its own. */
export interface Login {
  readonly standing: Standing;
  /** Factors proven in this login, beyond the password. */
  readonly proven: readonly ChallengeFactor[];
  /** As sign-in carried it; matched again at each use (S-45). */
  readonly redirectUri: string | null;
}

/** Ids and tokens a completion may need, made before the transaction because hashing is not SQL. */
export interface Minted {
  readonly id: string;
  readonly session: MintedToken;
  readonly challenge: MintedToken;
}

export async function mintCompletion(random: Random): Promise<Minted> {
  const [session, challenge] = await Promise.all([mintToken(random, "gs_"), mintToken(random, "gc_")]);
  return { id: newId(random), session, challenge };
}

/** What the login came to, and what a repetition of the call has to replace (R12a). */
export interface Completed {
  readonly completion: Completion;
  readonly state: Extract<CallState, { at: "accepted" | "challenged" }>;
  readonly bypassed: boolean;
}

/** The only way to a session (S-24). The policy is judged here and now: turned on meanwhile it asks, turned off it lets through (S-53). */
export async function completeLogin(tx: Tx, runners: Runners, login: Login, minted: Minted, now: number): Promise<Result<Completed>> {
  const need = decideNeed(login.standing, runners);
  if (need.kind === "nothing" || login.proven.length > 0) {
    return succeed(await openSession(tx, login, minted, now, need.kind === "nothing" && need.bypassed));
  }
  if (need.kind === "unavailable") return fail({ code: "factor_unavailable" });
  return openNewChallenge(tx, runners, login, { need: need.need, factors: need.factors }, minted, now);
}

async function openSession(tx: Tx, login: Login, minted: Minted, now: number, bypassed: boolean): Promise<Completed> {
  const { account, application, policy } = login.standing;
  const session: SessionRow = {
    id: minted.id,
    tokenHash: minted.session.hash,
    accountId: account.id,
    app: application.id,
    amr: JSON.stringify(amrOf(login.proven)),
    authTime: now,
    expiresAt: now + policy.sessionLifetimeMs,
  };
  await insertSession(tx, session);
  const redirectTo = allowedRedirect(login.redirectUri, application.redirectUris);
  const described = describeSession(session, account, minted.session.token);
  const done: Completion = { status: "done", session: described, ...(redirectTo === undefined ? {} : { redirectTo }), now };
  return { completion: done, state: { at: "accepted", sessionId: session.id }, bypassed };
}

/** RFC 8176's words. */
const amrOf = ([proven]: Login["proven"]): string[] => (proven === undefined ? ["pwd"] : ["pwd", proven === "face" ? "face" : "otp", "mfa"]);

type Ask = Pick<ChallengeRow, "need"> & { readonly factors: readonly Factor[] };

async function openNewChallenge(tx: Tx, runners: Runners, login: Login, ask: Ask, minted: Minted, now: number): Promise<Result<Completed>> {
  const { standing } = login;
  const row: ChallengeRow = {
    id: minted.id,
    tokenHash: minted.challenge.hash,
    accountId: standing.account.id,
    app: standing.application.id,
    need: ask.need,
    factors: JSON.stringify(ask.factors),
    bindFactor: null,
    bindTarget: null,
    redirectUri: login.redirectUri,
    createdAt: now,
    expiresAt: now + standing.policy.challengeLifetimeMs,
    burntAt: null,
    lockedUntil: null,
    faceFailures: 0,
  };
  await insertChallenge(tx, row);
  const challenge = await describeChallenge(tx, runners, { row, standing }, minted.challenge.token, now);
  if (!challenge.ok) return challenge;
  return succeed({ completion: { status: "challenge", challenge: challenge.value, now }, state: { at: "challenged", challengeId: row.id }, bypassed: false });
}
