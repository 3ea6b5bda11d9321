import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { firstStep } from "../flow/first-step.ts";
import { activeFactor, isSent, resumableOf, runningTasks, takesCode, transition, type State, type StateName } from "../flow/index.ts";
import { drawFlow } from "./draw.ts";
import { fixtures } from "./fixtures.ts";
import { T0 } from "./parts.ts";
import { SECRETS, walk, type Move } from "./walk.ts";

/** A walk takes seconds; on a busy machine many. */
const WALK_MS = 60_000;

const moves: Move[] = [];
let size = 0;

beforeAll(() => {
  size = walk((move) => moves.push(move));
}, WALK_MS);

const challengeOf = (state: State) => ("challenge" in state ? state.challenge : undefined);

/** Fails with the move in the message; one `expect` a move would take a minute. */
function always(holds: (move: Move) => boolean, of: (move: Move) => boolean = () => true): void {
  const broken = moves.filter((move) => of(move) && !holds(move));
  expect(broken.slice(0, 1)).toEqual([]);
}

describe("in every state that can be reached, whatever happens", () => {
  it("walks more than a thousand states", () => expect(size).toBeGreaterThan(1000));

  it("reaches every state there is", () => {
    const reached = new Set<StateName>(moves.map(({ turn }) => turn.state.at));
    expect([...reached].toSorted()).toEqual(Object.keys(fixtures).toSorted());
  });

  it("asks the adapter at most once a turn, and the state names what it asked", () => {
    always(({ turn }) => turn.effects.every(({ task }) => runningTasks(turn.state).includes(task)));
  });

  it("keeps no password and no code", () => {
    always(
      ({ turn }) => !JSON.stringify(turn.state).includes(SECRETS.password) && !JSON.stringify(turn.state).includes(SECRETS.code),
      ({ event, turn, from }) => turn.state !== from && (event.type === "PASSWORD.SUBMIT" || event.type === "CODE.SUBMIT"),
    );
  });

  it("lets only BACK and an answer leave a blocking call", () => {
    always(
      ({ from, event, turn }) => event.type === "BACK" || event.type === "ANSWER" || turn.state === from,
      ({ from }) => "task" in from,
    );
  });

  it("ignores an answer that nobody waits for", () => {
    always(
      ({ from, turn }) => turn.state === from && turn.effects.length === 0,
      ({ from, event }) => event.type === "ANSWER" && !runningTasks(from).includes(event.task),
    );
  });

  it("opens only a factor that was offered", () => {
    always(({ turn }) => {
      const challenge = challengeOf(turn.state);
      return !challenge || challenge.factors.some(({ factor }) => factor === challenge.active);
    });
  });

  it("judges a code only where one can have arrived", () => {
    always(
      ({ from }) => from.at === "challenge" && takesCode(activeFactor(from.challenge)),
      ({ turn }) => turn.effects[0]?.type === "verify",
    );
  });

  it("sends by itself only to a bound address, and never because something mounted", () => {
    always(
      ({ event, turn }) => {
        const challenge = challengeOf(turn.state);
        const bound = challenge !== undefined && activeFactor(challenge).bound;
        const afterTooSoon = event.type === "ANSWER" && event.answer.to === "send";
        return event.type !== "START" && (bound || afterTooSoon);
      },
      ({ turn }) => turn.effects[0]?.type === "send" && turn.effects[0].trigger === "auto",
    );
  });

  it("never sends again what was picked up after a reload", () => {
    always(
      ({ event, turn }) => event.type !== "ANSWER" || !event.answer.result.ok || turn.effects.length === 0 || JSON.stringify(event.answer).includes('"sentTo"') === false,
      ({ from }) => from.at === "resuming",
    );
  });

  it("binds nothing without a send by hand", () => {
    always(
      ({ event, turn }) => turn.effects.length === 0 && event.type === "ANSWER",
      ({ from, turn }) => from.at === "bind.checking" && turn.state.at === "challenge",
    );
  });

  it("is done only with a session that the server gave", () => {
    always(
      ({ event }) => event.type === "ANSWER" && event.answer.result.ok,
      ({ from, turn }) => turn.state.at === "done" && from.at !== "done",
    );
  });

  it("leads BACK to the password from everywhere but done, and keeps the identifier", () => {
    always(
      ({ from, turn }) => (from.at === "done" || from.at === "password" ? turn.state === from : turn.state.at === "password") && turn.state.identifier === from.identifier,
      ({ event }) => event.type === "BACK",
    );
  });

  it("keeps for a reload neither an identifier nor a challenge that could bind", () => {
    always(({ turn }) => {
      const record = resumableOf(turn.state);
      const binding = challengeOf(turn.state)?.need === "bind";
      return record === undefined ? true : !binding && !JSON.stringify(record).includes("walker");
    });
  });

  it("changes one factor without touching the others", () => {
    always(
      ({ from, event, turn }) => {
        const [before, now] = [challengeOf(from), challengeOf(turn.state)];
        if (!before || !now || event.type === "FACTOR.CHOOSE" || turn.state.at === "bind") return true;
        const changed = now.factors.filter((factor) => !before.factors.some((old) => JSON.stringify(old) === JSON.stringify(factor)));
        return changed.length <= 1;
      },
      ({ from, turn }) => turn.state !== from && challengeOf(from)?.token === challengeOf(turn.state)?.token && !(turn.state.at === "challenge" && from.at === "challenge.verifying"),
    );
  });
});

it("begins as it goes on: until a server has answered, the first step's part does what the whole does", () => {
  const early = new Set<StateName>(["password", "password.submitting", "codeSignIn.request", "codeSignIn.requesting", "resuming", "resuming.failed", "locked"]);
  const unheard = ({ event }: Move): boolean => event.type !== "ANSWER" || (!event.answer.result.ok && ["network", "timeout"].includes(event.answer.result.error.code));
  always(
    ({ from, event, turn }) => JSON.stringify(firstStep(from, { ...event, now: T0, id: "tNew" })) === JSON.stringify(turn),
    (move) => early.has(move.from.at) && unheard(move),
  );
});

it("counts the client's clock out: a day off changes nothing", () => {
  const day = 86_400_000;
  const shifted = transition(
    { at: "challenge", identifier: "a", offset: day, challenge: { ...fixtures.challenge.challenge } },
    { type: "CODE.SEND", now: T0 - day + 59_000, id: "t" },
  );
  expect(shifted.effects).toEqual([]);
  const due = transition({ ...fixtures.challenge, offset: day }, { type: "CODE.SEND", now: T0 - day + 60_000, id: "t" });
  expect(due.effects[0]?.type).toBe("send");
});

it("lets a code be typed and judged while another one is on its way", () => {
  const resending = transition(fixtures.challenge, { type: "CODE.SEND", now: T0 + 60_000, id: "t2" }).state;
  const verifying = transition(resending, { type: "CODE.SUBMIT", code: SECRETS.code, now: T0 + 60_001, id: "t3" });
  expect(verifying.effects[0]?.type).toBe("verify");
  expect(runningTasks(verifying.state)).toEqual(["t3", "t2"]);
});

it("says that a code came too late when its time was over by the server's clock", () => {
  const answer = { to: "verify", result: { ok: false, error: { code: "code_invalid", attemptsLeft: 5 }, now: T0 + 600_000 } } as const;
  const { state } = transition(fixtures["challenge.verifying"], { type: "ANSWER", task: "t1", answer, now: T0, id: "t9" });
  const challenge = challengeOf(state);
  expect(challenge && activeFactor(challenge).failure?.late).toBe(true);
});

it("asks for the deadlines of a code that already waits instead of hiding the field", () => {
  const unsent = { ...fixtures.challenge, challenge: { ...fixtures.challenge.challenge, factors: [{ factor: "email", bound: false, target: "n", delivery: { is: "sending", task: "t1" } }] } } as const;
  const answer = { to: "send", result: { ok: false, error: { code: "resend_too_soon", resendAt: T0 + 30_000 }, now: T0 } } as const;
  const { effects, state } = transition(unsent, { type: "ANSWER", task: "t1", answer, now: T0, id: "t2" });
  expect(effects[0]).toMatchObject({ type: "send", trigger: "auto", task: "t2" });
  const challenge = challengeOf(state);
  expect(challenge && isSent(activeFactor(challenge).delivery)).toBe(false);
});

it("has docs/flow.md as the function draws it (run `npm run flow` when this fails)", () => {
  expect(readFileSync(new URL("../../../../docs/flow.md", import.meta.url), "utf8")).toBe(drawFlow(moves));
});
