import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { centerFailures, centerTasks, centerTransition, isProven, type Account, type CenterEffect, type CenterState, type CenterStateName } from "../../center/index.ts";
import { SECRETS, SHOWN_ONCE } from "../answers.ts";
import { T0 } from "../parts.ts";
import { drawCenter } from "./draw.ts";
import { centerFixtures } from "./fixtures.ts";
import { walkCenter, type CenterMove } from "./walk.ts";

const moves: CenterMove[] = [];
const states = new Set<CenterState>();
let size = 0;

beforeAll(() => {
  size = walkCenter((move) => {
    moves.push(move);
    states.add(move.from);
  });
}, 120_000);

/** Fails with the move in the message; one `expect` a move would take a minute. A rule that no move is of would hold for nothing. */
function always(holds: (move: CenterMove) => boolean, of: (move: CenterMove) => boolean = () => true): void {
  const concerned = moves.filter(of);
  expect(concerned.length).toBeGreaterThan(0);
  expect(concerned.filter((move) => !holds(move)).slice(0, 1)).toEqual([]);
}

function everyState(holds: (state: CenterState) => boolean): void {
  expect([...states].filter((state) => !holds(state)).slice(0, 1)).toEqual([]);
}

const changes = ({ from, turn }: CenterMove): boolean => turn.state !== from;
const effectOf = ({ turn: { effects } }: CenterMove): CenterEffect | undefined => effects[0];
const accepted = ({ event }: CenterMove): boolean => event.type === "ANSWER" && event.answer.result.ok;
const errorOf = ({ event }: CenterMove): string | undefined => (event.type === "ANSWER" && !event.answer.result.ok ? event.answer.result.error.code : undefined);
const accountOf = (state: CenterState): Account | undefined => ("account" in state ? state.account : undefined);

/** What changes something for good (R18). */
const changing: readonly CenterEffect["type"][] = ["bind", "confirm", "startTotp", "confirmTotp", "bindFace", "unbind", "renew", "revoke"];
/** What is meant by a step that a person answers, and begun by a gesture of theirs. */
const isChange = (effect: CenterEffect | undefined): effect is CenterEffect => effect !== undefined && changing.includes(effect.type);

describe("in every state that can be reached, whatever happens", () => {
  it("walks more than a thousand states", () => expect(size).toBeGreaterThan(1000));

  it("reaches every state there is", () => {
    expect([...new Set<CenterStateName>([...states].map(({ at }) => at))].toSorted()).toEqual(Object.keys(centerFixtures).toSorted());
  });

  it("asks the adapter at most once a turn, and the state names what it asked (law 3)", () => {
    always(({ turn }) => turn.effects.length <= 1 && turn.effects.every(({ task }) => centerTasks(turn.state).includes(task)));
  });

  it("lets only BACK and an answer leave a blocking call (law 3)", () => {
    always(
      ({ from, event, turn }) => event.type === "BACK" || event.type === "ANSWER" || turn.state === from,
      ({ from }) => "task" in from,
    );
  });

  it("ignores an answer that nobody waits for (law 3)", () => {
    always(
      ({ from, turn }) => turn.state === from && turn.effects.length === 0,
      ({ from, event }) => event.type === "ANSWER" && !centerTasks(from).includes(event.task),
    );
  });

  it("lets every answer that is waited for change something", () => {
    always(changes, ({ from, event }) => event.type === "ANSWER" && centerTasks(from).includes(event.task));
  });

  it("calls under the key of a try whose answer never arrived, and under its own otherwise (R12a)", () => {
    always(
      (move) => {
        const effect = effectOf(move);
        const known = centerFailures(move.from).flatMap(({ unheard }) => unheard ?? []);
        return !effect || !("key" in effect) || effect.key === effect.task || known.includes(effect.key);
      },
      (move) => effectOf(move) !== undefined,
    );
  });
});

describe("secrets (law 7)", () => {
  const holdsNoneOf = (value: unknown, secrets: readonly string[]): boolean => {
    const text = JSON.stringify(value);
    return secrets.every((secret) => !text.includes(secret));
  };

  it("keeps no password, no code and no picture that was given", () => {
    everyState((state) => holdsNoneOf(state, Object.values(SECRETS)));
    always(({ turn }) => holdsNoneOf(turn.state, Object.values(SECRETS)), (move) => changes(move) && move.event.type.endsWith(".SUBMIT"));
  });

  it("has a TOTP secret only where it is shown, and a fresh recovery code only where it is shown", () => {
    everyState((state) => {
      const text = JSON.stringify(state);
      return text.includes(SHOWN_ONCE.totpSecret) === (state.at === "enrol" || state.at === "enrol.confirming") && text.includes(SHOWN_ONCE.recoveryCode) === (state.at === "recoveryCode");
    });
  });

  it("leaves a fresh recovery code only by its acknowledgement, or with the page (R14)", () => {
    always(({ event }) => event.type === "RECOVERY.ACKNOWLEDGE", (move) => changes(move) && move.from.at === "recoveryCode");
  });
});

describe("a fresh proof (R18, S-29)", () => {
  it("is asked for first where the last one is known not to count", () => {
    always(
      ({ turn, from }) => turn.state.at === "stepUp" || turn.state.at === "stepUp.password" || (accountOf(from)?.proofs.length === 0 && turn.state.at === "overview"),
      (move) => {
        const known = accountOf(move.from);
        const begins = move.event.type === "FACTOR.ADD" || move.event.type === "DEVICE.REVOKE" || move.event.type === "CONFIRM";
        return changes(move) && begins && known !== undefined && !isProven(known, T0);
      },
    );
  });

  it("is not asked for where the last one counts", () => {
    always(
      ({ turn }) => !turn.state.at.startsWith("stepUp"),
      (move) => {
        const known = accountOf(move.from);
        return changes(move) && move.event.type !== "ANSWER" && !move.from.at.startsWith("stepUp") && known !== undefined && isProven(known, T0);
      },
    );
  });

  it("is asked for when the server wants one after all, whatever was asked", () => {
    always(
      ({ turn, from }) => turn.state.at === "stepUp" || turn.state.at === "stepUp.password" || accountOf(from)?.proofs.length === 0 || from.at === "bindConfirm.confirming",
      (move) => errorOf(move) === "step_up_required" && changes(move) && isChangeAnswer(move) && accountOf(move.from) !== undefined,
    );
  });

  it("leads to what it was asked for, and to nothing else", () => {
    always(
      ({ from, turn }) => {
        if (!("intent" in from)) return false;
        const { intent } = from;
        const led = { address: "bindTarget", send: "bindTarget.sending", code: "bindConfirm", enrol: "enrol.loading", face: "face", unbind: "unbinding", renew: "renewing", revoke: "device.revoking" }[intent.is];
        const [effect] = turn.effects;
        return turn.state.at === led && (!("id" in intent) || (effect !== undefined && "id" in effect && effect.id === intent.id));
      },
      (move) => changes(move) && accepted(move) && (move.from.at === "stepUp.verifying" || move.from.at === "stepUp.checking") && move.event.type === "ANSWER" && move.event.answer.to !== "sendStepUp",
    );
  });

  it("is the password only where the account names it, and then nothing else", () => {
    everyState((state) => state.at !== "stepUp.password" || state.account.proofs.join() === "password");
    always(({ turn }) => turn.state.at === "stepUp.checking", (move) => JSON.stringify(effectOf(move) ?? {}).includes(SECRETS.password));
  });

  it("lets a code on its way arrive while another method is open or a code is judged", () => {
    always(changes, ({ from, event }) => event.type === "ANSWER" && event.answer.to === "sendStepUp" && centerTasks(from).includes(event.task));
  });
});

const isChangeAnswer = ({ event }: CenterMove): boolean => event.type === "ANSWER" && changing.includes(event.answer.to);

describe("changes", () => {
  it("never removes a login address, nor what is not on the list (R16a)", () => {
    always(
      (move) => {
        const effect = effectOf(move);
        const known = accountOf(move.from);
        return effect?.type === "unbind" && (known?.bindings.some(({ id, removable }) => id === effect.id && removable) ?? false);
      },
      (move) => effectOf(move)?.type === "unbind",
    );
  });

  it("removes a factor and makes a recovery code only after a yes", () => {
    always(({ event, from }) => event.type === "CONFIRM" || from.at.startsWith("stepUp"), (move) => effectOf(move)?.type === "unbind" || effectOf(move)?.type === "renew");
  });

  it("reads the list again after each of them, and after one that was left in the middle", () => {
    const silent: readonly CenterStateName[] = ["bindConfirm", "enrol", "recoveryCode", "bindTarget"];
    always(({ turn }) => turn.state.at === "loading" || silent.includes(turn.state.at), (move) => changes(move) && accepted(move) && isChangeAnswer(move) && !(move.from.at === "bindConfirm.confirming" && move.event.type === "ANSWER" && move.event.answer.to === "bind"));
    const risky: readonly CenterStateName[] = ["bindConfirm.confirming", "enrol.confirming", "face.binding", "unbinding", "renewing", "device.revoking"];
    always(({ turn }) => turn.state.at === "loading", ({ from, event }) => event.type === "BACK" && risky.includes(from.at));
  });

  it("sends nothing because something mounted (law 4)", () => {
    always((move) => !isChange(effectOf(move)) && effectOf(move)?.type !== "sendStepUp", ({ event }) => event.type === "START");
  });

  it("sends a code by itself only for a change that somebody asked for", () => {
    always(
      ({ turn }) => "intent" in turn.state,
      (move) => effectOf(move)?.type === "sendStepUp",
    );
  });
});

describe("the end of a visit", () => {
  it("comes with a lock, a closed account or a dead session, whatever was asked (R11a, R11b)", () => {
    const ends = { locked: "locked", closed: "closed", unauthorized: "signedOut" } as const;
    const isEnd = (code: string | undefined): code is keyof typeof ends => code !== undefined && code in ends;
    always(
      (move) => {
        const code = errorOf(move);
        return isEnd(code) && move.turn.state.at === ends[code];
      },
      (move) => isEnd(errorOf(move)) && changes(move),
    );
  });

  it("is left by nothing once the session is dead", () => {
    always(({ from, turn }) => turn.state === from, ({ from }) => from.at === "signedOut");
  });

  it("keeps nothing of the account", () => {
    everyState((state) => !["locked", "closed", "signedOut"].includes(state.at) || accountOf(state) === undefined);
  });
});

it("does nothing on an event that a state does not know", () => {
  expect(centerTransition(centerFixtures.overview, { type: "CONFIRM", now: T0, id: "t9" })).toEqual({ state: centerFixtures.overview, effects: [] });
});

it("has docs/center.md as the function draws it (run `npm run flow` when this fails)", () => {
  expect(readFileSync(new URL("../../../../../docs/center.md", import.meta.url), "utf8")).toBe(drawCenter(moves));
});
