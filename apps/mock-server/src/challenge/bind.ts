import { fail, succeed } from "@guard/contract";
import type { Bindable, Bound, BindRequest, Result, SentFactor } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Domain } from "../domain.ts";
import { setPendingTarget } from "../store/challenge.ts";
import { transact } from "../store/transaction.ts";
import type { Tx } from "../store/transaction.ts";
import { findOffer, mayBind } from "./offer.ts";
import type { Open } from "./offer.ts";
import { openChallenge } from "./open.ts";

type Request = v.InferOutput<typeof BindRequest>;

interface Candidate {
  readonly open: Open;
  readonly target: string;
  readonly masked: string;
}

/** Takes an address to bind and sends nothing; it is bound only when its code comes back (R8, S-27). */
export async function bind(domain: Domain, caller: Caller, request: Request): Promise<Result<Bound>> {
  return bindIn(domain, await sha256(caller.token), request);
}

/** The same where the challenge is known by other means than its token (R23): then an address that was entered already may have to stay. */
export function bindIn(domain: Domain, tokenHash: string, request: Request, mayReplace: (entered: string | null) => boolean = () => true): Promise<Result<Bound>> {
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const judged = await judgeTarget(tx, domain, tokenHash, request, now);
    if (!judged.ok) return judged;
    if (!mayReplace(judged.value.open.row.bindTarget)) return fail({ code: "conflict" });
    await setPendingTarget(tx, judged.value.open.row.id, request.factor, judged.value.target);
    return succeed({ factor: request.factor, target: judged.value.masked, now });
  });
}

/** Whether `bind` would take the address. Depends on syntax and the caller's own account only, so it tells nothing about others. */
export async function checkBindable(domain: Domain, caller: Caller, request: Request): Promise<Result<Bindable>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const judged = await judgeTarget(tx, domain, tokenHash, request, now);
    if (judged.ok) return succeed({ bindable: true, now });
    return isAboutTarget(judged.error.code) ? succeed({ bindable: false, now }) : judged;
  });
}

const isAboutTarget = (code: string): boolean => code === "target_invalid" || code === "target_unavailable" || code === "bind_not_allowed" || code === "factor_unavailable";

async function judgeTarget(tx: Tx, domain: Domain, tokenHash: string, request: Request, now: number): Promise<Result<Candidate>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  return parseCandidate(domain, open.value, request.factor, request.target);
}

function parseCandidate(domain: Domain, open: Open, factor: SentFactor, typed: string): Result<Candidate> {
  if (!mayBind(open)) return fail({ code: "bind_not_allowed" });
  const offer = findOffer(open, domain.runners, factor);
  if (offer?.bound === true) return fail({ code: "bind_not_allowed" });
  const delivery = offer?.runner.delivery;
  if (delivery === undefined) return fail({ code: "factor_unavailable" });
  const target = delivery.parseTarget(typed);
  if (target === undefined) return fail({ code: "target_invalid" });
  if (delivery.reaches?.(target, open.standing.policy) === false) return fail({ code: "target_unavailable" });
  return succeed({ open, target, masked: delivery.mask(target) });
}
