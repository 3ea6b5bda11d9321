import type { ChallengeFactor } from "@guard/contract";
import { openFactor } from "./enter.ts";
import type { Stamped } from "./event.ts";
import { sendAnswered } from "./send.ts";
import type { ChallengeData, State } from "./state.ts";
import { backToPassword } from "./stop.ts";
import { turn, type Turn } from "./turn.ts";

/** The states of a login whose challenge is open, on whichever of its screens. */
export type OpenState = Extract<State, { readonly challenge: ChallengeData }>;

type Step<S> = (state: S, event: Stamped) => Turn;

/** While a call runs only BACK leaves (law 3), and a send that is under way still arrives. */
export function busy<S extends OpenState>(step: Step<S>): Step<S> {
  return (state, event) => {
    if (event.type === "BACK") return backToPassword(state);
    return event.type === "ANSWER" && event.answer.to === "send" ? sendAnswered(state, event.answer.result, event) : step(state, event);
  };
}

/** While none runs, every other way of the challenge stays open too (R13). */
export function open<S extends OpenState>(step: Step<S>): Step<S> {
  return busy((state, event) => {
    switch (event.type) {
      case "FACTOR.CHOOSE":
        return choose(state, event.factor, event);
      case "RECOVERY.OPEN":
        return choose(state, "recovery", event);
      default:
        return step(state, event);
    }
  });
}

function choose(state: OpenState, factor: ChallengeFactor, event: Stamped): Turn {
  const { challenge } = state;
  const offered = challenge.factors.some((each) => each.factor === factor);
  return offered && factor !== challenge.active ? openFactor(state, { ...challenge, active: factor }, event, false) : turn(state);
}
