import { expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import { activeFactor } from "./active-factor.ts";
import { isSent } from "./cooldown.ts";
import { challengeOf, runningTasks } from "./select.ts";
import type { State } from "./state.ts";
import { transition } from "./transition.ts";

const active = (state: State) => {
  const challenge = challengeOf(state);
  return challenge && activeFactor(challenge);
};

it("counts the client's clock out: a day off changes nothing", () => {
  const day = 86_400_000;
  const aDayOff = { ...fixtures.challenge, offset: day };
  expect(transition(aDayOff, { type: "CODE.SEND", now: T0 - day + 59_000, id: "t" }).effects).toEqual([]);
  expect(transition(aDayOff, { type: "CODE.SEND", now: T0 - day + 60_000, id: "t" }).effects[0]?.type).toBe("send");
});

it("lets a code be typed and judged while another one is on its way", () => {
  const resending = transition(fixtures.challenge, { type: "CODE.SEND", now: T0 + 60_000, id: "t2" }).state;
  const verifying = transition(resending, { type: "CODE.SUBMIT", code: "123456", now: T0 + 60_001, id: "t3" });
  expect(verifying.effects[0]?.type).toBe("verify");
  expect(runningTasks(verifying.state)).toEqual(["t3", "t2"]);
});

it("says that a code came too late when its time was over by the server's clock", () => {
  const answer = { to: "verify", result: { ok: false, error: { code: "code_invalid", attemptsLeft: 5 }, now: T0 + 600_000 } } as const;
  const { state } = transition(fixtures["challenge.verifying"], { type: "ANSWER", task: "t1", answer, now: T0, id: "t9" });
  expect(active(state)?.failure?.late).toBe(true);
});

it("asks for the deadlines of a code that already waits instead of hiding the field", () => {
  const sending = { ...fixtures.challenge.challenge, factors: [{ factor: "email", bound: false, target: "n", delivery: { is: "sending", task: "t1" } }] } as const;
  const answer = { to: "send", result: { ok: false, error: { code: "resend_too_soon", resendAt: T0 + 30_000 }, now: T0 } } as const;
  const { effects, state } = transition({ ...fixtures.challenge, challenge: sending }, { type: "ANSWER", task: "t1", answer, now: T0, id: "t2" });
  expect(effects[0]).toMatchObject({ type: "send", trigger: "auto", task: "t2" });
  const delivery = active(state)?.delivery;
  expect(delivery && isSent(delivery)).toBe(false);
});

it("passes \"trust this device\" on where it was offered, and nowhere else", () => {
  const submit = { type: "CODE.SUBMIT", code: "123456", trustDevice: true, now: T0, id: "t2" } as const;
  expect(transition(variants.trustable, submit).effects[0]).toMatchObject({ trustDevice: true });
  expect(transition(fixtures.challenge, submit).effects[0]).not.toHaveProperty("trustDevice");
  expect(transition(variants.trustable, { ...submit, trustDevice: false }).effects[0]).not.toHaveProperty("trustDevice");
});

it("keeps what was typed as an address for each factor, through another tab and \"Change address\"", () => {
  const event = { now: T0, id: "t2" } as const;
  const checking = transition(variants.bindAny, { type: "TARGET.SUBMIT", target: "new@example.com", ...event }).state;
  const answer = { to: "bind", result: { ok: true, value: { factor: "email", target: "n•••@e•••.com", now: T0 } } } as const;
  const unsent = transition(checking, { type: "ANSWER", task: "t2", answer, ...event }).state;
  const elsewhere = transition(unsent, { type: "FACTOR.CHOOSE", factor: "sms", ...event }).state;
  expect(elsewhere.at).toBe("bind");
  expect(active(elsewhere)?.typedTarget).toBeUndefined();
  const back = transition(elsewhere, { type: "FACTOR.CHOOSE", factor: "email", ...event }).state;
  expect([back.at, active(back)?.target]).toEqual(["challenge", "n•••@e•••.com"]);
  const changing = transition(back, { type: "TARGET.CHANGE", ...event }).state;
  expect([changing.at, active(changing)?.target, active(changing)?.typedTarget]).toEqual(["bind", undefined, "new@example.com"]);
});

it("sends once when a bound address is first turned to, and not at the next visits", () => {
  const unsent = variants.everyFactor.challenge.factors.map((each) => (each.factor === "sms" ? ({ ...each, delivery: { is: "unsent" } } as const) : each));
  const visit = (state: State, factor: "sms" | "email", id: string) => transition(state, { type: "FACTOR.CHOOSE", factor, now: T0, id });
  const first = visit({ ...variants.everyFactor, challenge: { ...variants.everyFactor.challenge, factors: unsent } }, "sms", "t2");
  expect(first.effects[0]).toMatchObject({ type: "send", factor: "sms", trigger: "auto" });
  const back = visit(first.state, "email", "t3");
  expect(back.effects).toEqual([]);
  expect(visit(back.state, "sms", "t4").effects).toEqual([]);
});

it("never repeats a refused send by itself: a tab that failed waits for the person's own (R13)", () => {
  const [email] = variants.everyFactor.challenge.factors;
  if (!email) throw new Error("The fixture has no e-mail factor.");
  const refused = { ...email, delivery: { is: "unsent" }, failure: { id: "t0", error: { code: "ip_code_limit" }, late: false } } as const;
  const elsewhere = { ...variants.everyFactor, challenge: { ...variants.everyFactor.challenge, active: "totp", factors: [refused, ...variants.everyFactor.challenge.factors.slice(1)] } } as const;
  const back = transition(elsewhere, { type: "FACTOR.CHOOSE", factor: "email", now: T0, id: "t2" });
  expect(back.effects).toEqual([]);
  expect(transition(back.state, { type: "CODE.SEND", now: T0, id: "t3" }).effects[0]).toMatchObject({ type: "send", trigger: "user" });
});
