import { isSentFactor, type Trigger } from "@guard/contract";
import type { Factors, FactorState, TaskId } from "../flow/challenge-data.ts";
import { activeFactor } from "../flow/active-factor.ts";
import { withFactor } from "../flow/factor.ts";
import { sendingUnder } from "../flow/sending.ts";
import { unproven, type Account, type ProofMethod } from "./account.ts";
import type { CenterEffect } from "./effect.ts";
import type { StampedCenter } from "./event.ts";
import type { Intent } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

interface Asked {
  readonly offset: number;
  readonly account: Account;
}

const isFactor = (method: ProofMethod): method is Exclude<ProofMethod, "password"> => method !== "password";
const toProve = (factor: FactorState["factor"]): FactorState => ({ factor, bound: true, delivery: isSentFactor(factor) ? { is: "unsent" } : { is: "notNeeded" } });

/** The proof with a code of its open factor under way; undefined where none is to be sent, or one is on its way. */
export function sendProof(proof: Factors, trigger: Trigger, task: TaskId): { readonly proof: Factors; readonly effect: CenterEffect } | undefined {
  const { factor, delivery } = activeFactor(proof);
  if (!isSentFactor(factor) || delivery.is === "sending" || delivery.is === "resending") return undefined;
  return { proof: withFactor(proof, factor, (each) => sendingUnder(each, task)), effect: { type: "sendStepUp", task, factor, trigger } };
}

/** Asks for a fresh proof, and keeps what it is for. A code for a bound address goes off by itself, as in a login (R7): somebody has just asked for the change. */
export function openStepUp({ offset, account }: Asked, intent: Intent, { id }: StampedCenter): CenterTurn {
  const known = { offset, account: unproven(account), intent };
  const [first, ...others] = account.proofs.filter(isFactor);
  if (first === undefined) {
    const failure = { id, error: { code: "factor_unavailable" }, late: false } as const;
    return account.proofs.includes("password") ? turn({ at: "stepUp.password", ...known }) : turn({ at: "overview", offset, account: known.account, failure });
  }
  const proof: Factors = { active: first, factors: [first, ...others].map(toProve) };
  const started = sendProof(proof, "auto", id);
  return turn({ at: "stepUp", ...known, proof: started?.proof ?? proof }, started?.effect);
}
