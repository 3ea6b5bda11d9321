import { succeed } from "@guard/contract";
import type { Completion, Result } from "@guard/contract";
import { newId } from "../crypto/token.ts";
import { completeLogin } from "../sign-in/complete-login.ts";
import { recordAudit } from "../store/audit.ts";
import { insertBinding } from "../store/binding.ts";
import { burnChallenge } from "../store/challenge.ts";
import type { Binding } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import type { Accepted } from "../tries/trial.ts";
import type { Asked, ChallengeTry } from "./ask.ts";

/** The code was right, or there was none to give: the challenge burns, a new address is bound, the login completes. */
export async function accept(tx: Tx, asking: ChallengeTry, asked: Asked, now: number, bound?: Pick<Binding, "id" | "secret">): Promise<Result<Accepted<Completion>>> {
  const { domain, caller, factor, minted } = asking;
  const { row, standing } = asked;
  if (!(await burnChallenge(tx, row.id, now))) throw new Error("A burnt challenge was about to be accepted under its account's row lock.");
  if (row.need === "bind") {
    await bindTarget(tx, asking, asked, bound ?? { id: newId(domain.random), secret: null }, now);
    await recordAudit(tx, caller, { event: "factor_bind", result: "success", accountId: row.accountId, app: row.app, factor }, now);
  }
  const completed = await completeLogin(tx, domain.runners, { standing, proven: [factor], redirectUri: row.redirectUri }, minted, now);
  if (!completed.ok) return completed;
  return succeed({ answer: completed.value.completion, state: completed.value.state, notices: [] });
}

/** Binds the target whose code came back, whatever was entered since (S-27). */
async function bindTarget(tx: Tx, { factor }: ChallengeTry, { row, standing, subject }: Asked, bound: Pick<Binding, "id" | "secret">, now: number): Promise<void> {
  await insertBinding(tx, {
    ...bound,
    accountId: row.accountId,
    factor,
    scope: standing.policy.scope,
    target: subject.target,
    boundAt: now,
  });
}
