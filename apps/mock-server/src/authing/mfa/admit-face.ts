import { fail } from "@guard/contract";
import type { Result } from "@guard/contract";
import { checkFresh, openVisit } from "../../account/visit.ts";
import { findOffer } from "../../challenge/offer.ts";
import { openToBind } from "../../challenge/open-to-bind.ts";
import { openChallenge } from "../../challenge/open.ts";
import { sha256 } from "../../crypto/digest.ts";
import type { Domain } from "../../domain.ts";
import { recordAudit } from "../../store/audit.ts";
import { findChallengeByToken } from "../../store/challenge.ts";
import { claimSession } from "../../store/session.ts";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Holding } from "../holder.ts";

type Doing = "factor_bind" | "code_verify";

/**
 * Whether this login or this session may show a face now: judged before its upload is used up, so that a login that is over
 * costs nobody their photo, and before anything is compared, so that an invented token asks nobody's recogniser (S-56).
 */
export async function admitFace({ kind, call: { domain, caller } }: Holding, doing: Doing): Promise<Result<unknown>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const admitted = await (kind === "session" ? admitVisit(tx, tokenHash, doing, now) : admitLogin(tx, domain, tokenHash, doing, now));
    if (admitted.ok) return admitted;
    const row = await (kind === "session" ? claimSession(tx, tokenHash, now) : findChallengeByToken(tx, tokenHash));
    const whose = row === undefined ? {} : { accountId: row.accountId, app: row.app };
    const event = kind === "session" && doing === "code_verify" ? "step_up" : doing;
    await recordAudit(tx, caller, { event, result: "failure", reason: admitted.error.code, factor: "face", ...whose }, now);
    return admitted;
  });
}

async function admitVisit(tx: Tx, tokenHash: string, doing: Doing, now: number): Promise<Result<unknown>> {
  const visit = await openVisit(tx, tokenHash, now);
  return visit.ok && doing === "factor_bind" ? checkFresh(visit.value.session, now) : visit;
}

async function admitLogin(tx: Tx, domain: Domain, tokenHash: string, doing: Doing, now: number): Promise<Result<unknown>> {
  if (doing === "factor_bind") return openToBind(tx, domain, tokenHash, "face", now);
  const open = await openChallenge(tx, tokenHash, now);
  return open.ok && findOffer(open.value, domain.runners, "face") === undefined ? fail({ code: "factor_unavailable" }) : open;
}
