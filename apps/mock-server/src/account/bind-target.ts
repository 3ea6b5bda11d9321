import { fail, succeed } from "@guard/contract";
import type { Acknowledged, AccountConfirmRequest, AccountTargetRequest, Delivered, Operation, Result, SentFactor } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import { factorBound } from "../notices/factor-bound.ts";
import { noticeFor } from "../notices/notice.ts";
import { deleteBindingOfFactor, insertBinding } from "../store/binding.ts";
import { killDevices } from "../store/device.ts";
import type { SessionRow } from "../store/schema.ts";
import { setTargetOfSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { runTry } from "../tries/run-try.ts";
import type { Accepted, Found } from "../tries/trial.ts";
import { sendToNewTarget } from "./send-code.ts";
import { findVisit, lockBySession } from "./session-try.ts";
import { checkFresh, holdVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

type Target = v.InferOutput<typeof AccountTargetRequest>;
type Confirm = v.InferOutput<typeof AccountConfirmRequest>;

export const bindEmail = (domain: Domain, caller: Caller, request: Target): Promise<Result<Delivered>> => sendToNewTarget(domain, caller, "bindEmail", "email", request);
export const bindPhone = (domain: Domain, caller: Caller, request: Target): Promise<Result<Delivered>> => sendToNewTarget(domain, caller, "bindPhone", "sms", request);
export const confirmEmail = (domain: Domain, caller: Caller, request: Confirm): Promise<Result<Acknowledged>> => confirm(domain, caller, "confirmEmail", "email", request);
export const confirmPhone = (domain: Domain, caller: Caller, request: Confirm): Promise<Result<Acknowledged>> => confirm(domain, caller, "confirmPhone", "sms", request);

interface Binding extends Found {
  readonly session: SessionRow;
}

/** The right code binds the address it was sent to, in the application's scope; an older one of the same factor makes room (R16a, S-27). Counted like any other try (R11). */
async function confirm(domain: Domain, caller: Caller, operation: Operation, factor: SentFactor, request: Confirm): Promise<Result<Acknowledged>> {
  const call = await callId(domain, operation, caller, request);
  const tokenHash = await sha256(caller.token);
  return runTry<Binding, Acknowledged>({
    domain, caller, call, factor,
    given: { kind: "code", code: request.code },
    event: "factor_bind",
    onRight: "take-back",
    lock: (tx, now) => lockBySession(tx, tokenHash, now),
    find: async (tx, _, again, now) => {
      const visit = await findVisit(tx, tokenHash, again, now);
      return visit.ok ? bindingOf(domain, visit.value, factor, now) : visit;
    },
    // What was counted is what is bound, whatever was entered since; unless they signed out or the application took the factor away.
    findAgain: async (tx, _, found, now) => {
      const visit = await holdVisit(tx, tokenHash, now);
      if (!visit.ok) return visit;
      const { session, standing } = visit.value;
      return standing.policy.factors.includes(factor) ? succeed({ ...found, session, standing }) : fail({ code: "factor_unavailable" });
    },
    accept: (tx, binding, now) => accept(tx, domain, binding, factor, now),
    reissue: (_, __, ___, now) => Promise.resolve(succeed(acknowledged(now))),
  });
}

function bindingOf({ runners }: Domain, { session, standing }: Visit, factor: SentFactor, now: number): Result<Binding> {
  const fresh = checkFresh(session, now);
  if (!fresh.ok) return fresh;
  const runner = standing.policy.factors.includes(factor) ? runners.get(factor) : undefined;
  if (runner === undefined) return fail({ code: "factor_unavailable" });
  // Nothing was entered to bind, so no code can be right: nothing is compared and nothing is counted.
  if (session.bindFactor !== factor || session.bindTarget === null) return fail({ code: "conflict" });
  const { accountId, app, bindTarget: target } = session;
  return succeed({ session, standing, runner, subject: { accountId, app, purpose: "account-bind", target, binding: undefined } });
}

async function accept(tx: Tx, { random }: Domain, { session, standing, subject }: Binding, factor: SentFactor, now: number): Promise<Result<Accepted<Acknowledged>>> {
  const { accountId, target } = subject;
  const { scope } = standing.policy;
  await deleteBindingOfFactor(tx, accountId, factor, scope);
  await insertBinding(tx, { id: newId(random), accountId, factor, scope, target, secret: null, boundAt: now });
  await setTargetOfSession(tx, session.id, null, null);
  await killDevices(tx, accountId);
  return succeed({ ...acknowledged(now), notices: noticeFor(standing.account, factorBound(standing.application.name, factor)) });
}

const acknowledged = (now: number): Accepted<Acknowledged> => ({ answer: { now }, state: { at: "acknowledged" }, notices: [] });
