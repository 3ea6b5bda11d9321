import type { Result } from "@guard/contract";
import { centerTasks, centerTransition, type CenterAnswer, type CenterEffect, type CenterEvent, type CenterState } from "../center/index.ts";
import { runningTasks, transition, type Answer, type Effect, type GuardEvent, type State } from "../flow/index.ts";
import type { Center } from "../runtime/center.ts";
import { pageClock, type Clock } from "../runtime/clock.ts";
import type { Guard } from "../runtime/guard.ts";
import { createLoop, type Loop } from "../runtime/loop.ts";
import { answersTo } from "./answers.ts";
import { centerAnswersTo } from "./center/answers.ts";

/** How what a moving machine asks for is answered: at once, late, or not at all. */
export type Network = "ok" | "slow" | "fail";

const delayMs: { readonly [N in Network]: number } = { ok: 400, slow: 4000, fail: 400 };

interface Answered {
  readonly to: string;
  readonly result: Result<unknown>;
}

const holds = (value: unknown, key: string): boolean => typeof value === "object" && value !== null && key in value;

/** What an answer has to hold to show most: the password leads to a second factor, an enrolment to its recovery code. */
const wanted: { readonly [to: string]: string } = { signIn: "challenge", confirmTotp: "recoveryCode", verifyRecoveryCode: "recoveryCode" };

function leadsOn({ to, result }: Answered): boolean {
  const key = wanted[to];
  return result.ok && (key === undefined || holds(result.value, key));
}

const isLost = ({ result }: Answered): boolean => !result.ok && result.error.code === "network";

function pick<A extends Answered>(answers: readonly A[], network: Network): A {
  const found = answers.find(network === "fail" ? isLost : leadsOn);
  if (!found) throw new Error(`No answer to "${answers[0]?.to}" fits the network "${network}". Add one to testing/answers.ts.`);
  return found;
}

const arrives = <A extends Answered>(answers: readonly A[], network: Network): Promise<A> =>
  new Promise((resolve) => void pageClock.after(delayMs[network], () => resolve(pick(answers, network))));

// What is waited for takes the page's time; deadlines go by the clock that a toolbar moves.
const timed = (clock: Clock): Clock => ({ now: clock.now, after: pageClock.after });

const shownBy = <State, Event>(loop: Loop<State, Event>, clock: Clock): Loop<State, Event> => ({ ...loop, clock });

/** A login that goes on from a state by the real flow, answered by what the walker knows an adapter to answer. */
export function movingGuard(initial: State, clock: Clock, network: () => Network): Guard {
  const loop = createLoop<State, GuardEvent, Effect, Answer>({ initial, transition, tasksOf: runningTasks, perform: (effect) => arrives(answersTo(effect), network()) }, { clock: timed(clock) });
  return shownBy(loop, clock);
}

/** The same for a visit to the personal centre. */
export function movingCenter(initial: CenterState, clock: Clock, network: () => Network): Center {
  const answers = (effect: CenterEffect): CenterAnswer[] => centerAnswersTo(effect).flatMap((event) => (event.type === "ANSWER" ? [event.answer] : []));
  const loop = createLoop<CenterState, CenterEvent, CenterEffect, CenterAnswer>({ initial, transition: centerTransition, tasksOf: centerTasks, perform: (effect) => arrives(answers(effect), network()) }, { clock: timed(clock) });
  return shownBy(loop, clock);
}
