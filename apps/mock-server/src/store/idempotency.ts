import type { ErrorCode } from "@guard/contract";
import * as v from "valibot";
import type { Tx } from "./transaction.ts";

/** How long a call with the same key and body gives the same verdict (R12a), in ms. */
export const REPLAY_MS = 60_000;

const Millis = v.nullable(v.number());

const Counters = v.variant("of", [
  /** The account's three counters (R11). */
  v.object({ of: v.literal("account"), failures: v.number(), total: v.number(), lockedUntil: Millis, closedAt: Millis }),
  /** The recovery codes that a closed account tried today (R11b). */
  v.object({ of: v.literal("day"), tries: v.number(), endsAt: v.number() }),
]);

/** What a counter said when it counted a try. */
export type Tally = v.InferOutput<typeof Counters>;

const State = v.variant("at", [
  /** Counted, not judged yet: whoever comes again is judged without being counted again. */
  v.object({ at: v.literal("reserved"), tally: Counters }),
  /** The same of a code to sign in with, and how many tries are left after it. */
  v.object({ at: v.literal("tried"), left: v.number() }),
  v.object({ at: v.literal("refused"), error: v.variant("code", [
    v.object({ code: v.picklist(["code_invalid", "face_no_match"]), attemptsLeft: v.number() }),
    v.object({ code: v.literal("locked"), lockedUntil: v.number() }),
    v.object({ code: v.literal("rate_limited"), retryAt: v.number() }),
    v.object({ code: v.picklist(["challenge_expired", "closed", "conflict", "delivery_failed", "invalid_credentials"] satisfies ErrorCode[]) }),
  ]) }),
  v.object({ at: v.literal("accepted"), sessionId: v.string() }),
  v.object({ at: v.literal("challenged"), challengeId: v.string() }),
  v.object({ at: v.literal("sent"), sentTo: v.string(), resendAt: v.number(), expiresAt: v.number() }),
  v.object({ at: v.literal("acknowledged") }),
  /** An authenticator app was handed its secret; the same call hears of the same secret. */
  v.object({ at: v.literal("enrolling"), id: v.string() }),
  /** A first code was counted against its enrolment and not judged yet. */
  v.object({ at: v.literal("confirming") }),
]);

/** What a call with an Idempotency-Key came to. */
export type CallState = v.InferOutput<typeof State>;

/** A verdict that a repetition of the call hears again. */
export type RepeatedRefusal = Extract<CallState, { at: "refused" }>["error"];

export async function findCall(tx: Tx, id: string | undefined, now: number): Promise<CallState | undefined> {
  if (id === undefined) return undefined;
  const row = await tx.selectFrom("idempotency").select("state").where("id", "=", id).where("expiresAt", ">", now).executeTakeFirst();
  return row === undefined ? undefined : v.parse(State, JSON.parse(row.state));
}

/** Writes what the call came to, in the transaction of the decision itself. A call without a key leaves nothing. */
export async function recordCall(tx: Tx, id: string | undefined, state: CallState, now: number): Promise<void> {
  if (id === undefined) return;
  await tx.deleteFrom("idempotency").where("expiresAt", "<=", now).execute();
  const row = { state: JSON.stringify(state), expiresAt: now + REPLAY_MS };
  await tx
    .insertInto("idempotency")
    .values({ id, ...row })
    // The minute runs from the first verdict: a replay must not prolong it.
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ state: row.state }))
    .execute();
}

/** The call came to nothing: the same again is a new one. */
export async function forgetCall(tx: Tx, id: string | undefined): Promise<void> {
  if (id !== undefined) await tx.deleteFrom("idempotency").where("id", "=", id).execute();
}
