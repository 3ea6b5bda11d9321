import { describe, expect, it } from "vitest";
import type { Effect, GuardEvent, UserEvent } from "../flow/index.ts";
import { answersTo, lateAnswers, PICTURE, SECRETS, SHOWN_ONCE } from "../testing/answers.ts";
import { gestures } from "../testing/gestures.ts";
import { situations } from "./situations.ts";
import { tellEvent, tellState } from "./tell.ts";

/** Every event a person can cause. One that is new does not compile before it is told here. */
const kinds: { readonly [Type in UserEvent["type"]]: true } = {
  "PASSWORD.SUBMIT": true,
  "METHOD.CHOOSE": true,
  "IDENTIFIER.SUBMIT": true,
  "CODE.SUBMIT": true,
  "CODE.SEND": true,
  "FACTOR.CHOOSE": true,
  "TARGET.SUBMIT": true,
  "TARGET.CHANGE": true,
  "TOTP.RETRY": true,
  "FACE.SUBMIT": true,
  "RECOVERY.OPEN": true,
  "RECOVERY.SUBMIT": true,
  "RECOVERY.ACKNOWLEDGE": true,
  RETRY: true,
  BACK: true,
};

const call = { task: "task-1", key: "task-1", token: "gc_fixture" } as const;
const effects: { readonly [Type in Effect["type"]]: Extract<Effect, { type: Type }> } = {
  signIn: { type: "signIn", ...call, identifier: "walker", password: SECRETS.password },
  requestSignInCode: { type: "requestSignInCode", ...call, identifier: "walker", trigger: "auto" },
  verifySignInCode: { type: "verifySignInCode", ...call, identifier: "walker", code: SECRETS.code },
  resume: { type: "resume", ...call },
  send: { type: "send", ...call, factor: "email", trigger: "auto" },
  bind: { type: "bind", ...call, factor: "email", target: "walker@example.com" },
  verify: { type: "verify", ...call, factor: "email", code: SECRETS.code },
  startTotp: { type: "startTotp", ...call },
  confirmTotp: { type: "confirmTotp", ...call, code: SECRETS.code },
  verifyRecoveryCode: { type: "verifyRecoveryCode", ...call, code: SECRETS.typedRecoveryCode },
  face: { type: "face", ...call, image: PICTURE, bound: true },
};

const record = { is: "challenge", token: "gc_fixture", active: "email", expiresAt: 0, offset: 0 } as const;
const answers = [...Object.values(effects).flatMap(answersTo), ...lateAnswers];
const events: readonly GuardEvent[] = [...gestures, { type: "START", record }, ...answers.map((answer) => ({ type: "ANSWER", task: "task-1", answer }) as const)];

/** Secrets, tokens, and what says who somebody is. */
const hidden = [...Object.values(SECRETS), ...Object.values(SHOWN_ONCE), "gc_fixture", "gs_fixture", "otpauth:", "walker", "email-user", "@", "•••@", "usr_1", "7KQ2M", "example.com"];

const leaks = (told: unknown): readonly string[] => hidden.filter((secret) => JSON.stringify(told).includes(secret));

describe("what an inspector tells", () => {
  it("is tried with every event that there is", () => {
    expect([...new Set(gestures.map(({ type }) => type))].toSorted()).toEqual(Object.keys(kinds).toSorted());
    expect(events.length).toBeGreaterThan(200);
  });

  it("holds no secret, token, name or address of any event", () => {
    for (const event of events) expect({ type: event.type, leaks: leaks(tellEvent(event)) }).toEqual({ type: event.type, leaks: [] });
  });

  it("holds none of any state either", () => {
    for (const [name, state] of Object.entries(situations)) expect({ name, leaks: leaks(tellState(state)) }).toEqual({ name, leaks: [] });
  });

  it("still says what happened", () => {
    expect(tellEvent({ type: "CODE.SUBMIT", code: "123456", trustDevice: true })).toEqual({ type: "CODE.SUBMIT", code: "•••", trustDevice: true });
    expect(tellEvent({ type: "ANSWER", task: "t", answer: { to: "verify", result: { ok: false, error: { code: "code_invalid", attemptsLeft: 3 } } } })).toEqual({
      type: "ANSWER",
      task: "•••",
      answer: { to: "verify", result: { ok: false, error: { code: "code_invalid", attemptsLeft: 3 } } },
    });
  });

  it("hides a field that nobody has thought of", () => {
    expect(tellState({ ...situations.password, ...{ pin: "0000" } })).toMatchObject({ at: "password", pin: "•••" });
  });
});
