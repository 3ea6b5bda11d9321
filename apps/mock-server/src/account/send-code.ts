import { fail, succeed } from "@guard/contract";
import type { AccountTargetRequest, Delivered, Operation, Result, SentFactor, StepUpSendRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { checkCounter } from "../challenge/open.ts";
import type { Recipient, SendCall } from "../challenge/recipient.ts";
import { sendOrReport } from "../challenge/send.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { callId } from "../idempotency.ts";
import { setTargetOfSession } from "../store/session.ts";
import type { Tx } from "../store/transaction.ts";
import { findProof } from "./prove.ts";
import { checkFresh, holdVisit, openVisit } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** Sends the code of a step-up to a bound address; waits and limits are those of a login (R9, R9a, S-33). */
export function sendStepUpCode(domain: Domain, caller: Caller, request: v.InferOutput<typeof StepUpSendRequest>): Promise<Result<Delivered>> {
  return sendFromSession(domain, caller, "sendStepUpCode", request, request, async (_, visit) => {
    const proof = findProof(visit.standing, domain.runners, request.factor);
    return proof?.runner.delivery === undefined || proof.usable.target === null ? fail({ code: "factor_unavailable" }) : succeed(recipientOf(visit, request.factor, proof.runner.delivery, proof.usable.target, "step-up"));
  });
}

/** Takes an address to bind and sends it a code; it is bound only when that comes back (R18, S-27). The same again asks for another code. */
export function sendToNewTarget(domain: Domain, caller: Caller, operation: Operation, factor: SentFactor, request: v.InferOutput<typeof AccountTargetRequest>): Promise<Result<Delivered>> {
  const { target: typed, trigger = "user" } = request;
  return sendFromSession(domain, caller, operation, request, { factor, trigger }, async (tx, visit, now) => {
    const fresh = checkFresh(visit.session, now);
    if (!fresh.ok) return fresh;
    const delivery = visit.standing.policy.factors.includes(factor) ? domain.runners.get(factor)?.delivery : undefined;
    if (delivery === undefined) return fail({ code: "factor_unavailable" });
    const target = delivery.parseTarget(typed);
    if (target === undefined) return fail({ code: "target_invalid" });
    if (delivery.reaches?.(target, visit.standing.policy) === false) return fail({ code: "target_unavailable" });
    await setTargetOfSession(tx, visit.session.id, factor, target);
    return succeed(recipientOf(visit, factor, delivery, target, "account-bind"));
  });
}

type Find = (tx: Tx, visit: Visit, now: number) => Promise<Result<Recipient>>;

async function sendFromSession(domain: Domain, caller: Caller, operation: Operation, body: object, request: SendCall["request"], find: Find): Promise<Result<Delivered>> {
  const call = await callId(domain, operation, caller, body);
  const tokenHash = await sha256(caller.token);
  return sendOrReport({
    domain, caller, request, call,
    find: async (tx, now) => {
      const visit = await holdVisit(tx, tokenHash, now);
      if (!visit.ok) return visit;
      const free = checkCounter(visit.value.standing.account, now);
      return free.ok ? find(tx, visit.value, now) : free;
    },
    whose: async (tx) => {
      const visit = await openVisit(tx, tokenHash, domain.clock.now());
      return visit.ok ? { accountId: visit.value.session.accountId, app: visit.value.session.app } : {};
    },
  });
}

function recipientOf({ session, standing }: Visit, factor: SentFactor, delivery: Recipient["delivery"], target: string, purpose: Recipient["slot"]["purpose"]): Recipient {
  return { factor, delivery, standing, slot: { accountId: session.accountId, target, purpose, app: session.app } };
}
