import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { firstStep } from "../flow/first-step.ts";
import { activeFactor, challengeOf, factorTabs, offersRecovery, resumableOf, runningTasks, stepOf, takesCode, type State, type StateName } from "../flow/index.ts";
import { couldBind } from "../flow/resumable.ts";
import { SECRETS, SHOWN_ONCE } from "./answers.ts";
import { drawFlow, flowChart } from "./draw.ts";
import { fixtures } from "./fixtures.ts";
import { T0 } from "./parts.ts";
import { walk, type Move } from "./walk.ts";

/** A walk takes seconds; on a busy machine many. */
const WALK_MS = 120_000;

const moves: Move[] = [];
const states = new Set<State>();
let size = 0;

beforeAll(() => {
  size = walk((move) => {
    moves.push(move);
    states.add(move.from);
  });
}, WALK_MS);

/** Fails with the move in the message; one `expect` a move would take a minute. */
function always(holds: (move: Move) => boolean, of: (move: Move) => boolean = () => true): void {
  const broken = moves.filter((move) => of(move) && !holds(move));
  expect(broken.slice(0, 1)).toEqual([]);
}

/** The same for what a state is by itself. */
function everyState(holds: (state: State) => boolean): void {
  const broken = [...states].filter((state) => !holds(state));
  expect(broken.slice(0, 1)).toEqual([]);
}

const changes = ({ from, turn }: Move): boolean => turn.state !== from;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const effectOf = ({ turn: { effects } }: Move) => effects[0];
const activeOf = (state: State) => {
  const challenge = challengeOf(state);
  return challenge && activeFactor(challenge);
};
const accepted = ({ event }: Move): boolean => event.type === "ANSWER" && event.answer.result.ok;

describe("in every state that can be reached, whatever happens", () => {
  it("walks more than five thousand states", () => expect(size).toBeGreaterThan(5000));

  it("reaches every state there is", () => {
    expect([...new Set<StateName>([...states].map(({ at }) => at))].toSorted()).toEqual(Object.keys(fixtures).toSorted());
  });

  it("asks the adapter at most once a turn, and the state names what it asked", () => {
    always(({ turn }) => turn.effects.length <= 1 && turn.effects.every(({ task }) => runningTasks(turn.state).includes(task)));
  });

  it("names two calls at most: one that blocks and, of each address, one that sends", () => {
    everyState((state) => {
      const blocking = "task" in state ? 1 : 0;
      const addresses = challengeOf(state)?.factors.filter(({ factor }) => factor === "email" || factor === "sms").length ?? 1;
      return runningTasks(state).length <= blocking + addresses;
    });
  });

  it("calls under the key of a try whose verdict never arrived, and under its own otherwise (R12a)", () => {
    always(
      (move) => {
        const effect = effectOf(move);
        if (!effect || !("key" in effect)) return true;
        const { from } = move;
        const failure = "failure" in from ? from.failure : activeOf(from)?.failure;
        return effect.key === (failure?.unheard ?? effect.task);
      },
      (move) => move.turn.effects.length > 0,
    );
  });
});

describe("secrets (law 7)", () => {
  it("keeps nothing that was typed, no picture and no device token", () => {
    everyState((state) => {
      const text = JSON.stringify(state);
      return Object.values(SECRETS).every((secret) => !text.includes(secret));
    });
  });

  it("keeps nothing of it in the state that it leads to, either", () => {
    always(
      ({ turn }) => {
        const text = JSON.stringify(turn.state);
        return Object.values(SECRETS).every((secret) => !text.includes(secret));
      },
      (move) => changes(move) && move.event.type.endsWith(".SUBMIT"),
    );
  });

  it("has a TOTP secret only where it is shown, and a fresh recovery code only where it is shown", () => {
    everyState((state) => {
      const text = JSON.stringify(state);
      const secret = text.includes(SHOWN_ONCE.totpSecret);
      const code = text.includes(SHOWN_ONCE.recoveryCode);
      return secret === (state.at === "enrol" || state.at === "enrol.confirming") && code === (state.at === "recoveryCode");
    });
  });

  it("keeps for a reload neither an identifier, nor a secret, nor a challenge whose token could bind (law 8)", () => {
    everyState((state) => {
      const record = resumableOf(state);
      if (record === undefined) return true;
      const challenge = challengeOf(state);
      const text = JSON.stringify(record);
      const secrets = [...Object.values(SECRETS), ...Object.values(SHOWN_ONCE), "walker"];
      return !(challenge && couldBind(challenge)) && secrets.every((secret) => !text.includes(secret));
    });
  });

  it("never keeps a session, and never lets a reload skip the entry of a recovery code's screen", () => {
    everyState((state) => {
      const record = resumableOf(state);
      const active = record?.is === "challenge" ? record.active : undefined;
      return !("session" in state && record) && (active !== "recovery" || challengeOf(state)?.factors.length === 1 || state.at.startsWith("resuming"));
    });
  });
});

describe("calls and their answers (law 3)", () => {
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

  it("lets a code on its way arrive on whichever screen", () => {
    always(
      (move) => changes(move),
      ({ from, event }) => event.type === "ANSWER" && (event.answer.to === "send" || event.answer.to === "requestSignInCode") && runningTasks(from).includes(event.task),
    );
  });

  it("leads BACK to the password from everywhere but done and a code that must be saved, and keeps the identifier", () => {
    const stays: readonly StateName[] = ["done", "password", "recoveryCode"];
    always(
      ({ from, turn }) => (stays.includes(from.at) ? turn.state === from : turn.state.at === "password") && turn.state.identifier === from.identifier,
      ({ event }) => event.type === "BACK",
    );
  });
});

describe("factors", () => {
  it("opens only a factor that was offered", () => {
    everyState((state) => {
      const challenge = challengeOf(state);
      return !challenge || challenge.factors.some(({ factor }) => factor === challenge.active);
    });
  });

  it("shows each factor on its own screen", () => {
    everyState((state) => {
      const active = activeOf(state);
      if (!active || state.at === "closed") return true;
      const { factor, bound, target } = active;
      const step = stepOf(state);
      if (factor === "face" || factor === "recovery") return step === factor;
      if (factor === "totp" && !bound) return step === "enrol";
      return step === "verify" ? bound || target !== undefined : step === "bind" && !bound;
    });
  });

  it("leads to every other factor while no call runs, and to the recovery code where it is offered (R13)", () => {
    always(
      ({ from, event, turn }) => {
        if (event.type === "RECOVERY.OPEN") return (turn.state.at === "recovery" && turn.state !== from) === offersRecovery(from);
        const tab = factorTabs(from).find(({ factor }) => event.type === "FACTOR.CHOOSE" && factor === event.factor);
        if (!tab) return true;
        return tab.busy || tab.active ? turn.state === from : challengeOf(turn.state)?.active === tab.factor;
      },
      ({ event }) => event.type === "RECOVERY.OPEN" || event.type === "FACTOR.CHOOSE",
    );
  });

  it("keeps what belongs to a factor when another one is chosen (law 6)", () => {
    always(
      ({ from, turn }) => {
        const now = challengeOf(turn.state);
        const touched = challengeOf(from)?.factors.filter((factor) => !now?.factors.some((each) => same(each, factor)));
        return touched?.every(({ factor, delivery }) => factor === now?.active && delivery.is === "unsent") ?? true;
      },
      (move) => changes(move) && (move.event.type === "FACTOR.CHOOSE" || move.event.type === "RECOVERY.OPEN"),
    );
  });

  it("changes one factor without touching the others", () => {
    always(
      ({ from, turn }) => {
        const [before, now] = [challengeOf(from), challengeOf(turn.state)];
        return (now?.factors ?? []).filter((factor) => !before?.factors.some((old) => same(old, factor))).length <= 1;
      },
      (move) => changes(move) && !accepted(move) && challengeOf(move.from) !== undefined,
    );
  });

  it("asks for a TOTP secret when its screen opens or by hand, and never because something mounted (law 4)", () => {
    always(
      ({ event, turn }) => turn.state.at === "enrol.loading" && (event.type === "ANSWER" || event.type === "FACTOR.CHOOSE" || event.type === "TOTP.RETRY"),
      (move) => effectOf(move)?.type === "startTotp",
    );
  });

  it("enters the loading of a secret only by asking for one", () => {
    always(
      (move) => effectOf(move)?.type === "startTotp",
      (move) => changes(move) && move.turn.state.at === "enrol.loading" && move.from.at !== "enrol.loading",
    );
  });

  it("binds a face that is not bound, and compares one that is", () => {
    always(
      (move) => {
        const effect = effectOf(move);
        return effect?.type === "face" && effect.bound === activeOf(move.from)?.bound;
      },
      (move) => changes(move) && move.event.type === "FACE.SUBMIT",
    );
  });

  it("trusts a device only where that was offered, after a factor that was bound before (R24)", () => {
    always(
      ({ from, event }) => {
        const offered = challengeOf(from)?.trustDays !== undefined && activeOf(from)?.bound;
        return event.type === "CODE.SUBMIT" && event.trustDevice === true && offered === true;
      },
      (move) => JSON.stringify(effectOf(move) ?? {}).includes("trustDevice"),
    );
  });
});

describe("sending (R7, R8, R9a)", () => {
  it("judges a code only where one can have arrived", () => {
    always(
      ({ from }) => from.at === "challenge" && takesCode(activeFactor(from.challenge)),
      (move) => effectOf(move)?.type === "verify",
    );
  });

  it("sends by itself only to a bound address, and never because something mounted", () => {
    always(
      ({ event, turn }) => {
        const afterTooSoon = event.type === "ANSWER" && event.answer.to === "send";
        return event.type !== "START" && (activeOf(turn.state)?.bound === true || afterTooSoon);
      },
      ({ turn }) => turn.effects[0]?.type === "send" && turn.effects[0].trigger === "auto",
    );
  });

  it("never sends again what was picked up after a reload", () => {
    always(
      ({ event, turn }) => event.type !== "ANSWER" || !event.answer.result.ok || turn.effects.length === 0 || !JSON.stringify(event.answer).includes('"sentTo"'),
      ({ from }) => from.at === "resuming",
    );
  });

  it("binds nothing without a send by hand", () => {
    always(
      ({ event, turn }) => turn.effects.length === 0 && event.type === "ANSWER",
      ({ from, turn }) => from.at === "bind.checking" && turn.state.at === "challenge",
    );
  });
});

describe("the end", () => {
  it("has a session only from the server", () => {
    always(accepted, (move) => changes(move) && "session" in move.turn.state && !("session" in move.from));
  });

  it("hands a session with a new recovery code out when that is acknowledged, and not before (R14)", () => {
    always(
      ({ event, turn, from }) => event.type === "RECOVERY.ACKNOWLEDGE" && turn.state.at === "done" && from.at === "recoveryCode" && same(turn.state.session, from.session) && turn.state.redirectTo === from.redirectTo,
      (move) => changes(move) && move.from.at === "recoveryCode",
    );
  });

  it("leaves done by nothing", () => {
    always(({ from, turn }) => turn.state === from, ({ from }) => from.at === "done");
  });

  it("offers the recovery code to a closed account only with its challenge (R11b)", () => {
    everyState((state) => state.at !== "closed" || offersRecovery(state) === (state.challenge !== undefined));
  });
});

it("begins as it goes on: until a server has answered, the first step's part does what the whole does", () => {
  const early = new Set<StateName>(["password", "password.submitting", "codeSignIn.request", "codeSignIn.requesting", "resuming", "resuming.failed", "locked"]);
  const unheard = ({ event }: Move): boolean => event.type !== "ANSWER" || (!event.answer.result.ok && ["network", "timeout"].includes(event.answer.result.error.code));
  always(
    ({ from, event, turn }) => same(firstStep(from, { ...event, now: T0, id: "tNew" }), turn),
    (move) => early.has(move.from.at) && unheard(move),
  );
});

it("has docs/flow.md and docs/flow.json as the function draws them (run `npm run flow` when this fails)", () => {
  expect(readFileSync(new URL("../../../../docs/flow.md", import.meta.url), "utf8")).toBe(drawFlow(moves));
  expect(JSON.parse(readFileSync(new URL("../../../../docs/flow.json", import.meta.url), "utf8"))).toEqual(flowChart(moves));
});
