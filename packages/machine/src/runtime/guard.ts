import { firstStep } from "../flow/first-step.ts";
import { initialState, resumableOf, runningTasks, type Answer, type Effect, type GuardEvent, type State, type UserEvent } from "../flow/index.ts";
import { keepDevice } from "./device-token.ts";
import { loadedFlow } from "./load-flow.ts";
import { createLoop, type Loop, type LoopOptions, type Machine } from "./loop.ts";
import type { Login } from "./perform.ts";
import { performLate } from "./perform-late.ts";
import { forgetful, type Persistence } from "./persist.ts";

/** What a login is about. */
interface GuardSubject {
  /** Asked at each call, so that a host may hand in a new adapter object at every render. */
  readonly login: () => Login;
  readonly identifier?: string;
  readonly persistence?: Persistence;
}

export interface GuardOptions extends GuardSubject, LoopOptions {}

/** One login, running. */
export type Guard = Loop<State, UserEvent>;

/** The login as the loop runs it. */
export const guardMachine = ({ login, identifier, persistence = forgetful }: GuardSubject): Machine<State, GuardEvent, Effect, Answer> => ({
  initial: initialState(identifier),
  transition: (state, event) => (loadedFlow()?.transition ?? firstStep)(state, event),
  tasksOf: runningTasks,
  perform: (effect, context) => performLate(login, effect, context),
  turned(state) {
    try {
      persistence.write(resumableOf(state));
    } catch (fault) {
      login().onFault?.(fault);
    }
  },
  answered: (answer) => void keepDevice(login(), answer),
  started(state, isWatched) {
    const record = persistence.open(isWatched);
    return record && state.at === "password" ? { type: "START", record } : undefined;
  },
  // The record stays, so that a later mount can resume.
  stopped: () => persistence.close(),
});

export const createGuard = (options: GuardOptions): Guard => createLoop<State, GuardEvent, Effect, Answer>(guardMachine(options), options);
