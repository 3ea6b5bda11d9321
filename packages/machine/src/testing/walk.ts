import { initialState, runningTasks, transition, type Effect, type GuardEvent, type State, type Turn } from "../flow/index.ts";
import { answersTo, lateAnswers } from "./answers.ts";
import { gestures } from "./gestures.ts";
import { T0 } from "./parts.ts";

/** One step of the walk: where it stood, what happened, what came of it. */
export interface Move {
  readonly from: State;
  readonly event: GuardEvent;
  readonly turn: Turn;
}

const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: T0 + 900_000, offset: 0 } as const;

const events: readonly GuardEvent[] = [
  { type: "START", record },
  { type: "START", record: { is: "lock", lockedUntil: T0 + 3_600_000, offset: 0 } },
  ...gestures,
  ...lateAnswers.map((answer) => ({ type: "ANSWER", task: "tLate", answer }) as const),
];

/** A login in the walk: its state, and the calls that it waits for. */
interface Node {
  readonly state: State;
  readonly open: readonly Effect[];
}

// Two nodes are the same when the flow can't tell them apart: ids are renamed in order of appearance, keys sorted, a wait is over or
// it is not, and a failure is there or it is not.
function plain(key: string, value: unknown): unknown {
  if (key === "failure") return { id: "t", error: { code: "unknown" }, late: false, ...("unheard" in (value as object) ? { unheard: "t" } : {}) };
  if (key === "resendAt") return Number(value) <= T0 ? T0 - 1 : T0 + 60_000;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
}

function canonical(node: Node): Node {
  const names = new Map<string, string>();
  const rename = (text: string): string =>
    text.replace(/"(task|id|key|unheard)":"(t[^"]*)"/g, (_, key: string, id: string) => {
      if (!names.has(id)) names.set(id, `t${names.size}`);
      return `"${key}":"${names.get(id) ?? id}"`;
    });
  return JSON.parse(rename(JSON.stringify(node, plain))) as Node;
}

const eventsOf = ({ open }: Node): readonly GuardEvent[] => [
  ...events,
  ...open.flatMap((effect) => answersTo(effect).map((answer) => ({ type: "ANSWER", task: effect.task, answer }) as const)),
];

function after({ open }: Node, event: GuardEvent, { state, effects }: Turn): Node {
  const answered = event.type === "ANSWER" ? open.filter(({ task }) => task !== event.task) : open;
  const named = runningTasks(state);
  return canonical({ state, open: [...answered, ...effects].filter(({ task }) => named.includes(task)) });
}

/** Tries every event in every state that can be reached, breadth first, on the real function. Calls `visit` for each move. */
export function walk(visit: (move: Move) => void, from: State = initialState()): number {
  const first = canonical({ state: from, open: [] });
  const queue = [first];
  const seen = new Set([JSON.stringify(first)]);
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const event of eventsOf(node)) {
      const turn = transition(node.state, { ...event, now: T0, id: "tNew" });
      visit({ from: node.state, event, turn });
      if (turn.state === node.state) continue;
      const next = after(node, event, turn);
      const key = JSON.stringify(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return seen.size;
}
