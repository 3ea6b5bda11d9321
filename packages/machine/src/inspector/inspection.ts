import type { Answer, Effect, GuardEvent, State, StateName } from "../flow/index.ts";
import { guardMachine, type Guard, type GuardOptions } from "../runtime/guard.ts";
import { createLoop } from "../runtime/loop.ts";
import { inspectedMachine, type Jump, type Turned } from "./inspected-machine.ts";
import { movableClock } from "./movable-clock.ts";
import type { Situation } from "./situations.ts";
import { tellEvent, tellState, type Told } from "./tell.ts";

/** Older turns are forgotten. */
const KEPT_TURNS = 200;

/** One line of the log. */
export interface InspectedTurn {
  /** From 1 on. */
  readonly number: number;
  /** The client's clock, epoch ms. */
  readonly now: number;
  readonly event: Told;
  readonly from: StateName;
  readonly to: StateName;
}

/** What an inspector shows; a new object after each turn. */
export interface InspectionSnapshot {
  readonly at: StateName;
  readonly state: Told;
  /** Newest first. */
  readonly turns: readonly InspectedTurn[];
  /** The login was led here by hand: no server has heard of its challenge or session. */
  readonly pretended: boolean;
}

/** Looks at a running login, leads it anywhere and moves its clock. For developers; people's pages have none. */
export interface Inspection {
  /** Undefined until a login is looked at. */
  getSnapshot(): InspectionSnapshot | undefined;
  subscribe(listener: () => void): () => void;
  /** Leads the login to one of the machine's fixtures, whatever it was doing. */
  jump(situation: Situation): void;
  /** Moves the login's clock on. A server has a clock of its own. */
  advance(ms: number): void;
  /** Makes a login that this inspection looks at from its first subscriber on. */
  createGuard(options: GuardOptions): Guard;
}

type InspectedGuard = ReturnType<typeof createLoop<State, GuardEvent | Jump, Effect, Answer>>;

/** One inspection looks at one login at a time: the one that was subscribed to last. */
export function createInspection(): Inspection {
  const clock = movableClock();
  const listeners = new Set<() => void>();
  let watched: InspectedGuard | undefined;
  let snapshot: InspectionSnapshot | undefined;

  const show = (next: InspectionSnapshot): void => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const watch = (guard: InspectedGuard): void => {
    if (watched === guard) return;
    watched = guard;
    show({ at: guard.getState().at, state: tellState(guard.getState()), turns: [], pretended: false });
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    jump: (situation) => watched?.send({ type: "INSPECTOR.JUMP", situation }),
    advance: clock.advance,
    createGuard(options) {
      const tell = (turned: Turned): void => (watched === guard ? show(after(snapshot, turned)) : undefined);
      const guard: InspectedGuard = createLoop(inspectedMachine(guardMachine(options), tell), { ...options, clock });
      return { ...guard, subscribe: (listener) => (watch(guard), guard.subscribe(listener)) };
    },
  };
}

/** The snapshot that a turn leaves behind. */
function after(before: InspectionSnapshot | undefined, { now, event, from, to, pretended }: Turned): InspectionSnapshot {
  const turns = before?.turns ?? [];
  const turn = { number: (turns[0]?.number ?? 0) + 1, now, event: tellEvent(event), from: from.at, to: to.at };
  return { at: to.at, state: tellState(to), turns: [turn, ...turns].slice(0, KEPT_TURNS), pretended };
}
