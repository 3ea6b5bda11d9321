import type { TaskId } from "../flow/index.ts";
import { newTaskId, pageClock, type Clock } from "./clock.ts";
import { unanswered } from "./unanswered.ts";
import type { CallContext, Result } from "@guard/contract";

/** How long a machine outlives its last subscriber, ms. StrictMode and a fast remount come back within it and find it as it was. */
export const LINGER_MS = 1000;

/** How long a call may stay unanswered, ms, before the person is offered to try again. Above the adapters' own 10 s. */
export const PATIENCE_MS = 12_000;

interface AnyEffect {
  readonly type: string;
  readonly task: TaskId;
  readonly key?: TaskId;
}

interface AnyAnswer {
  readonly to: string;
  readonly result: Result<unknown>;
}

/** What the loop adds to what an adapter answered. */
export interface Answered<Answer> {
  readonly type: "ANSWER";
  readonly task: TaskId;
  readonly answer: Answer;
}

type Stamped<Event> = Event & { readonly now: number; readonly id: TaskId };

/** A machine, as the loop runs it. */
export interface Machine<State, Event, Effect extends AnyEffect, Answer extends AnyAnswer> {
  readonly initial: State;
  readonly transition: (state: State, event: Stamped<Event | Answered<Answer>>) => { readonly state: State; readonly effects: readonly [] | readonly [Effect] };
  /** Every call that a state still waits for. */
  readonly tasksOf: (state: State) => readonly TaskId[];
  /** Hands an effect to the adapter. Never rejects. */
  readonly perform: (effect: Effect, context: CallContext) => Promise<Answer>;
  /** After a turn has changed the state, before anything is performed. */
  readonly turned?: (state: State) => void;
  /** An answer that was waited for, before the machine hears of it. */
  readonly answered?: (answer: Answer) => void;
  /** The first subscriber is there; what comes back happens first. `isWatched` says, at any later time, whether anybody still looks. */
  readonly started?: (state: State, isWatched: () => boolean) => Event | undefined;
  /** Nobody has looked for a while, and nothing runs any more. */
  readonly stopped?: () => void;
}

export interface LoopOptions {
  readonly clock?: Clock;
  readonly newId?: () => TaskId;
}

/** A machine, running. It is made without side effects; the first subscriber starts it. */
export interface Loop<State, Event> {
  getState(): State;
  subscribe(listener: () => void): () => void;
  send(event: Event): void;
  /** The client's clock, as deadlines are compared through it. */
  readonly clock: Clock;
}

interface Running<Effect> {
  readonly effect: Effect;
  readonly controller: AbortController;
  readonly cancelPatience: () => void;
}

/** The one loop of login and personal centre: event, turn, effect, answer, event. */
export function createLoop<State, Event extends { readonly type: string }, Effect extends AnyEffect, Answer extends AnyAnswer>(
  machine: Machine<State, Event, Effect, Answer>,
  { clock = pageClock, newId = newTaskId }: LoopOptions,
): Loop<State, Event> {
  const listeners = new Set<() => void>();
  const running = new Map<TaskId, Running<Effect>>();
  let state = machine.initial;
  let started = false;
  let cancelLinger: (() => void) | undefined;

  const dispatch = (event: Event | Answered<Answer>): void => {
    const turned = machine.transition(state, { ...event, now: clock.now(), id: newId() });
    if (turned.state === state) return;
    state = turned.state;
    machine.turned?.(state);
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
    const named = machine.tasksOf(state);
    for (const task of running.keys()) if (!named.includes(task)) abort(task);
  };

  const giveUp = (effect: Effect): void => {
    abort(effect.task);
    dispatch({ type: "ANSWER", task: effect.task, answer: unanswered<Answer>(effect, "timeout") });
  };

  const run = (effect: Effect): void => {
    const { task } = effect;
    const controller = new AbortController();
    running.set(task, { effect, controller, cancelPatience: clock.after(PATIENCE_MS, () => giveUp(effect)) });
    void machine.perform(effect, { signal: controller.signal, key: effect.key ?? task }).then((answer) => {
      if (!running.has(task)) return;
      finish(task);
      machine.answered?.(answer);
      dispatch({ type: "ANSWER", task, answer });
    });
  };

  const start = (): void => {
    cancelLinger?.();
    cancelLinger = undefined;
    if (started) return;
    started = true;
    const first = machine.started?.(state, () => listeners.size > 0);
    if (first) dispatch(first);
  };

  // Nobody looks any more: stop what runs.
  const stop = (): void => {
    for (const { effect } of running.values()) giveUp(effect);
    started = false;
    machine.stopped?.();
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
