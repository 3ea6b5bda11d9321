import { initialState, runningTasks, transition, type Effect, type GuardEvent, type State, type Turn } from "../flow/index.ts";
import { answersTo, lateAnswers } from "./answers.ts";
import { gestures } from "./gestures.ts";
import { T0 } from "./parts.ts";
import { walkMachine, type MoveOf } from "./walk-machine.ts";

/** One step of the login's walk. */
export type Move = MoveOf<State, GuardEvent, Turn>;

const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: T0 + 900_000, offset: 0 } as const;

const events: readonly GuardEvent[] = [
  { type: "START", record },
  { type: "START", record: { is: "lock", lockedUntil: T0 + 3_600_000, offset: 0 } },
  ...gestures,
  ...lateAnswers.map((answer) => ({ type: "ANSWER", task: "tLate", answer }) as const),
];

/** The whole login. */
export function walk(visit: (move: Move) => void, from: State = initialState()): number {
  return walkMachine<State, GuardEvent, Effect, Turn>(
    {
      from,
      transition,
      tasksOf: runningTasks,
      events,
      answersTo: (effect) => answersTo(effect).map((answer) => ({ type: "ANSWER", task: effect.task, answer })),
      taskOf: (event) => (event.type === "ANSWER" ? event.task : undefined),
    },
    visit,
  );
}
