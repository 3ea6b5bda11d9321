import { fail, succeed } from "@guard/contract";
import type { Factor, Result, SteppedUp, StepUpRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { hashPicture } from "../factors/face/picture.ts";
import type { ImageRequest } from "../factors/face/picture.ts";
import type { Given } from "../factors/runner.ts";
import { callId } from "../idempotency.ts";
import type { SessionRow } from "../store/schema.ts";
import { setSteppedUp } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { runTry } from "../tries/run-try.ts";
import type { Accepted, Found } from "../tries/trial.ts";
import { findProof } from "./prove.ts";
import { findVisit, lockBySession } from "./session-try.ts";
import { stepUpByPassword } from "./step-up-by-password.ts";
import { holdVisit, STEP_UP_MS } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A fresh proof for the personal centre: a code of a bound factor, or the password where none is bound (R18). */
export async function stepUp(domain: Domain, caller: Caller, request: v.InferOutput<typeof StepUpRequest>): Promise<Result<SteppedUp>> {
  const call = await callId(domain, "stepUp", caller, request);
  if ("password" in request) return stepUpByPassword(domain, caller, request.password, call);
  return proveFactor(domain, caller, request.factor, { kind: "code", code: request.code }, call);
}

/** The same by a picture of the face that is bound (R17). */
export async function stepUpFace(domain: Domain, caller: Caller, { image }: ImageRequest): Promise<Result<SteppedUp>> {
  if (domain.face === undefined) return fail({ code: "not_supported" });
  const call = await callId(domain, "stepUpFace", caller, { picture: await hashPicture({ bytes: image }) });
  return proveFactor(domain, caller, "face", { kind: "image", image }, call);
}

interface Proving extends Found {
  readonly session: SessionRow;
}

/** Judges what proves a factor, counted like any other try (R11, S-03). */
export async function proveFactor(domain: Domain, caller: Caller, factor: Factor, given: Given, call: string | undefined): Promise<Result<SteppedUp>> {
  const tokenHash = await sha256(caller.token);
  const find = async (tx: Tx, again: boolean, now: number): Promise<Result<Proving>> => {
    const visit = await findVisit(tx, tokenHash, again, now);
    return visit.ok ? provingOf(domain, visit.value, factor) : visit;
  };
  return runTry<Proving, SteppedUp>({
    domain, caller, call, given, factor,
    event: "step_up",
    onRight: "take-back",
    lock: (tx, now) => lockBySession(tx, tokenHash, now),
    find: (tx, _, again, now) => find(tx, again, now),
    findAgain: async (tx, _, found, now) => {
      const proving = await find(tx, true, now);
      if (!proving.ok) return proving;
      // Unbound or replaced while it was compared: what was right a moment ago proves nothing any more.
      return proving.value.subject.target === found.subject.target && proving.value.subject.binding?.id === found.subject.binding?.id ? proving : fail({ code: "factor_unavailable" });
    },
    accept: (tx, { session }, now) => accept(tx, session, now),
    reissue: (tx, _, __, now) => reissue(tx, tokenHash, now),
  });
}

function provingOf({ runners }: Domain, { session, standing }: Visit, factor: Factor): Result<Proving> {
  const proof = findProof(standing, runners, factor);
  if (proof === undefined) return fail({ code: "factor_unavailable" });
  const { runner, usable } = proof;
  const { accountId, app } = session;
  return succeed({ session, standing, runner, subject: { accountId, app, purpose: "step-up", target: usable.target, binding: usable.binding } });
}

async function accept(tx: Tx, session: SessionRow, now: number): Promise<Result<Accepted<SteppedUp>>> {
  await setSteppedUp(tx, session.id, now);
  return succeed({ answer: { steppedUpUntil: now + STEP_UP_MS, now }, state: { at: "acknowledged" }, notices: [] });
}

/** The same verdict, not a fresher one (R12a). */
async function reissue(tx: Tx, tokenHash: string, now: number): Promise<Result<Accepted<SteppedUp>>> {
  const visit = await holdVisit(tx, tokenHash, now);
  if (!visit.ok) return visit;
  const { steppedUpAt } = visit.value.session;
  return succeed({ answer: { steppedUpUntil: (steppedUpAt ?? now) + STEP_UP_MS, now }, state: { at: "acknowledged" }, notices: [] });
}
