import { succeed } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import { newId } from "../crypto/token.ts";
import { trustDevice } from "../device/trust.ts";
import { completeLogin } from "../sign-in/complete-login.ts";
import type { Completed } from "../sign-in/complete-login.ts";
import { recordAudit } from "../store/audit.ts";
import { insertBinding } from "../store/binding.ts";
import { burnChallenge } from "../store/challenge.ts";
import { killDevices } from "../store/device.ts";
import type { Tx } from "../store/transaction.ts";
import type { Accepted } from "../tries/trial.ts";
import type { Asked, ChallengeTry } from "./ask.ts";
import type { Open } from "./offer.ts";

/** The code was right: the challenge burns, a new address is bound, the login completes. */
export async function accept(tx: Tx, asking: ChallengeTry, asked: Asked, now: number): Promise<Result<Accepted<Completion>>> {
  const { domain, caller, factor, minted } = asking;
  const { row, standing } = asked;
  if (!(await burnChallenge(tx, row.id, now))) throw new Error("A burnt challenge was about to be accepted under its account's row lock.");
  if (row.need === "bind") {
    await bindTarget(tx, asking, asked, now);
    await recordAudit(tx, caller, { event: "factor_bind", result: "success", accountId: row.accountId, app: row.app, factor }, now);
  }
  const completed = await completeLogin(tx, domain.runners, { standing, proven: [factor], redirectUri: row.redirectUri }, minted, now);
  if (!completed.ok) return completed;
  const { state } = completed.value;
  return succeed({ answer: await trustWhereAsked(tx, asking, asked, completed.value, now), state, notices: [] });
}

/** Trusts the device of a login that is complete, where its owner ticked the box (R24). */
export async function trustWhereAsked(tx: Tx, asking: ChallengeTry, open: Open, { completion, state }: Completed, now: number): Promise<Completion> {
  const { domain, caller, factor, minted } = asking;
  if (!asking.trustDevice || state.at !== "accepted" || factor === "recovery") return completion;
  return trustDevice(tx, { domain, caller, open, factor, minted: minted.device }, completion, state.sessionId, now);
}

/** Binds the target whose code came back, whatever was entered since (S-27). */
async function bindTarget(tx: Tx, { domain, factor }: ChallengeTry, { row, standing, subject }: Asked, now: number): Promise<void> {
  await killDevices(tx, row.accountId);
  await insertBinding(tx, {
    id: newId(domain.random),
    accountId: row.accountId,
    factor,
    scope: standing.policy.scope,
    target: subject.target,
    secret: null,
    boundAt: now,
  });
}
