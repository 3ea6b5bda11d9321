import { T0 } from "./parts.ts";

interface AnyEvent {
  readonly type: string;
}

interface AnyEffect {
  readonly task: string;
}

/** What a transition answers. */
interface TurnOf<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** One step of a walk: where it stood, what happened, what came of it. */
export interface MoveOf<State, Event, Turn> {
  readonly from: State;
  readonly event: Event;
  readonly turn: Turn;
}

/** A machine, and everything that can happen to it. */
export interface Walked<State, Event extends AnyEvent, Effect extends AnyEffect, Turn extends TurnOf<State, Effect>> {
  readonly from: State;
  readonly transition: (state: State, event: Event & { readonly now: number; readonly id: string }) => Turn;
  readonly tasksOf: (state: State) => readonly string[];
  /** What can happen at any time. */
  readonly events: readonly Event[];
  /** What can be heard of a call that runs. */
  readonly answersTo: (effect: Effect) => readonly Event[];
  /** What an event answers, if it is an answer. */
  readonly taskOf: (event: Event) => string | undefined;
}

/** A machine in the walk: its state, and the calls that it waits for. */
interface Node<State, Effect> {
  readonly state: State;
  readonly open: readonly Effect[];
}

const waits: readonly string[] = ["resendAt", "steppedUpUntil"];

// Two nodes are the same when the machine can't tell them apart: ids are renamed in order of appearance, keys sorted, a wait is over or
// it is not, and a failure is there or it is not.
function plain(key: string, value: unknown): unknown {
  if (key === "failure") return { id: "t", error: { code: "unknown" }, late: false, ...("unheard" in (value as object) ? { unheard: "t" } : {}) };
  if (waits.includes(key)) return Number(value) <= T0 ? T0 - 1 : T0 + 60_000;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
}

function canonical<State, Effect>(node: Node<State, Effect>): Node<State, Effect> {
  const names = new Map<string, string>();
  const rename = (text: string): string =>
    text.replace(/"(task|id|key|unheard)":"(t[^"]*)"/g, (_, key: string, id: string) => {
      if (!names.has(id)) names.set(id, `t${names.size}`);
      return `"${key}":"${names.get(id) ?? id}"`;
    });
  return JSON.parse(rename(JSON.stringify(node, plain))) as Node<State, Effect>;
}

/** Tries every event in every state that can be reached, breadth first, on the real function. Calls `visit` for each move. */
export function walkMachine<State, Event extends AnyEvent, Effect extends AnyEffect, Turn extends TurnOf<State, Effect>>(
  { from, transition, tasksOf, events, answersTo, taskOf }: Walked<State, Event, Effect, Turn>,
  visit: (move: MoveOf<State, Event, Turn>) => void,
): number {
  const after = ({ open }: Node<State, Effect>, event: Event, { state, effects }: Turn): Node<State, Effect> => {
    const waiting = open.filter(({ task }) => task !== taskOf(event));
    const named = tasksOf(state);
    return canonical({ state, open: [...waiting, ...effects].filter(({ task }) => named.includes(task)) });
  };
  const first = canonical<State, Effect>({ state: from, open: [] });
  const queue = [first];
  const seen = new Set([JSON.stringify(first)]);
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const event of [...events, ...node.open.flatMap(answersTo)]) {
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
