import { firstStep } from "../flow/first-step.ts";
import { initialState, resumableOf, runningTasks, type Effect, type GuardEvent, type State, type TaskId, type UserEvent } from "../flow/index.ts";
import { newTaskId, pageClock, type Clock } from "./clock.ts";
import { keepDevice } from "./device-token.ts";
import { loadedFlow } from "./load-flow.ts";
import type { Login } from "./perform.ts";
import { performLate } from "./perform-late.ts";
import { forgetful, type Persistence } from "./persist.ts";
import { unanswered } from "./unanswered.ts";

/** How long a Guard outlives its last subscriber, ms. StrictMode and a fast remount come back within it and find their login. */
export const LINGER_MS = 1000;

/** How long a call may stay unanswered, ms, before the person is offered to try again. Above the adapters' own 10 s. */
export const PATIENCE_MS = 12_000;

export interface GuardOptions {
  /** Asked at each call, so that a host may hand in a new adapter object at every render. */
  readonly login: () => Login;
  readonly identifier?: string;
  readonly clock?: Clock;
  readonly newId?: () => TaskId;
  readonly persistence?: Persistence;
}

/** One login, running. It is made without side effects; the first subscriber starts it. */
export interface Guard {
  getState(): State;
  subscribe(listener: () => void): () => void;
  send(event: UserEvent): void;
  /** The client's clock, as deadlines are compared through it. */
  readonly clock: Clock;
}

interface Running {
  readonly effect: Effect;
  readonly controller: AbortController;
  readonly cancelPatience: () => void;
}

export function createGuard(options: GuardOptions): Guard {
  const { clock = pageClock, newId = newTaskId, persistence = forgetful } = options;
  const listeners = new Set<() => void>();
  const running = new Map<TaskId, Running>();
  let state: State = initialState(options.identifier);
  let started = false;
  let cancelLinger: (() => void) | undefined;

  const dispatch = (event: GuardEvent): void => {
    const transition = loadedFlow()?.transition ?? firstStep;
    const turned = transition(state, { ...event, now: clock.now(), id: newId() });
    if (turned.state === state) return;
    state = turned.state;
    persistence.write(resumableOf(state));
    abortUnnamed();
    for (const effect of turned.effects) run(effect);
    for (const listener of listeners) listener();
  };

  const finish = (task: TaskId): void => {
    running.get(task)?.cancelPatience();
    running.delete(task);
  };

  const abort = (task: TaskId): void => {
    running.get(task)?.controller.abort();
    finish(task);
  };

  // A call lives exactly as long as the state names it (law 3).
  const abortUnnamed = (): void => {
    const named = runningTasks(state);
    for (const task of running.keys()) if (!named.includes(task)) abort(task);
  };

  const giveUp = (effect: Effect): void => {
    abort(effect.task);
    dispatch({ type: "ANSWER", task: effect.task, answer: unanswered(effect, "timeout") });
  };

  const run = (effect: Effect): void => {
    const { task } = effect;
    const controller = new AbortController();
    running.set(task, { effect, controller, cancelPatience: clock.after(PATIENCE_MS, () => giveUp(effect)) });
    void performLate(options.login, effect, { signal: controller.signal, key: "key" in effect ? effect.key : task }).then((answer) => {
      if (!running.has(task)) return;
      finish(task);
      void keepDevice(options.login(), answer);
      dispatch({ type: "ANSWER", task, answer });
    });
  };

  const start = (): void => {
    cancelLinger?.();
    cancelLinger = undefined;
    if (started) return;
    started = true;
    const record = persistence.open(() => listeners.size > 0);
    if (record && state.at === "password") dispatch({ type: "START", record });
  };

  // Nobody looks any more: stop what runs. The record stays, so that a later mount can resume.
  const stop = (): void => {
    for (const { effect } of running.values()) giveUp(effect);
    started = false;
    persistence.close();
  };

  return {
    clock,
    getState: () => state,
    send: dispatch,
    subscribe(listener) {
      listeners.add(listener);
      start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) cancelLinger = clock.after(LINGER_MS, stop);
      };
    },
  };
}
