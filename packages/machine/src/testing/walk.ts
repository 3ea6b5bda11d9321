import { fail, type GuardError } from "@guard/contract";
import { initialState, runningTasks, transition, type Answer, type Effect, type GuardEvent, type State, type Turn } from "../flow/index.ts";
import { challengeAnswer, delivered, enrolment, session, T0 } from "./parts.ts";

/** What no state, record or drawing may ever hold. */
export const SECRETS = { password: "walker-password", code: "987654" } as const;

/** One step of the walk: where it stood, what happened, what came of it. */
export interface Move {
  readonly from: State;
  readonly event: GuardEvent;
  readonly turn: Turn;
}

const errors: readonly GuardError[] = [
  { code: "invalid_credentials" },
  { code: "code_invalid", attemptsLeft: 3 },
  { code: "locked", lockedUntil: T0 + 3_600_000 },
  { code: "closed" },
  { code: "challenge_expired" },
  { code: "unauthorized" },
  { code: "resend_too_soon", resendAt: T0 + 30_000 },
  { code: "recipient_limit", retryAt: T0 + 90_000 },
  { code: "delivery_failed" },
  { code: "target_invalid" },
  { code: "network" },
  { code: "timeout" },
  { code: "unknown" },
];

const two = [{ factor: "email", bound: true }, { factor: "sms", bound: true }] as const;

const challenges = [
  challengeAnswer(),
  challengeAnswer({ factors: [...two] }),
  challengeAnswer({ factors: [{ factor: "email", bound: true, ...delivered }] }),
  challengeAnswer({ factors: [{ factor: "email", bound: true, ...delivered, resendAt: T0 - 1 }] }),
  challengeAnswer({ need: "prove", factor: "totp", factors: [{ factor: "totp", bound: true }] }),
  challengeAnswer({ need: "bind", factors: [{ factor: "email", bound: false }, { factor: "sms", bound: false }] }),
];

const completions = [
  { status: "done", session, now: T0 } as const,
  ...challenges.map((challenge) => ({ status: "challenge", challenge, now: T0 }) as const),
];

const ok = <T>(value: T) => ({ ok: true, value }) as const;
const failures = errors.map((error) => fail(error, T0));

/** Everything that an adapter can answer to an effect. */
function answersTo(effect: Effect): readonly Answer[] {
  switch (effect.type) {
    case "signIn":
    case "verify":
    case "confirmTotp":
    case "verifyRecoveryCode":
    case "face":
    case "verifySignInCode":
      return [...completions.map(ok), ...failures].map((result) => ({ to: effect.type, result }));
    case "startTotp":
      return [ok({ ...enrolment, now: T0 }), ...failures].map((result) => ({ to: "startTotp", result }));
    case "resume":
      return [...challenges.map(ok), ...failures].map((result) => ({ to: "resume", result }));
    case "send":
    case "requestSignInCode":
      return [ok({ ...delivered, now: T0 }), ok({ ...delivered, resendAt: T0 - 1, now: T0 }), ...failures].map((result) => ({ to: effect.type, result }));
    case "bind":
      return [ok({ factor: effect.factor, target: "n•••@e•••.com", now: T0 }), ...failures].map((result) => ({ to: "bind", result }));
  }
}

const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: T0 + 900_000, offset: 0 } as const;

const userEvents: readonly GuardEvent[] = [
  { type: "START", record },
  { type: "START", record: { is: "lock", lockedUntil: T0 + 3_600_000, offset: 0 } },
  { type: "PASSWORD.SUBMIT", identifier: "walker", password: SECRETS.password },
  { type: "CODE.SUBMIT", code: SECRETS.code },
  { type: "CODE.SEND" },
  { type: "FACTOR.CHOOSE", factor: "email" },
  { type: "FACTOR.CHOOSE", factor: "sms" },
  { type: "FACTOR.CHOOSE", factor: "totp" },
  { type: "FACTOR.CHOOSE", factor: "face" },
  { type: "TARGET.SUBMIT", target: "walker@example.com" },
  { type: "TARGET.CHANGE" },
  { type: "RETRY" },
  { type: "BACK" },
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

/** Answers to calls that nobody waits for any more. */
const lateAnswers: readonly GuardEvent[] = [
  { to: "signIn", result: ok({ status: "done", session, now: T0 } as const) } as const,
  { to: "verify", result: ok({ status: "done", session, now: T0 } as const) } as const,
  { to: "resume", result: ok(challengeAnswer()) } as const,
  { to: "send", result: ok({ ...delivered, now: T0 }) } as const,
  { to: "bind", result: fail({ code: "locked", lockedUntil: T0 + 3_600_000 }, T0) } as const,
].map((answer) => ({ type: "ANSWER", task: "tLate", answer }));

const eventsOf = ({ open }: Node): readonly GuardEvent[] => [
  ...userEvents,
  ...lateAnswers,
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
