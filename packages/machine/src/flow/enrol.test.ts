import { fail, succeed } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, enrolment, session, T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import type { Answer, UserEvent } from "./event.ts";
import type { State } from "./state.ts";
import { transition } from "./transition.ts";

const does = (state: State, event: UserEvent, id = "t2", now = T0) => transition(state, { ...event, now, id });
const hears = (state: State, answer: Answer, task = "t1") => transition(state, { type: "ANSWER", task, answer, now: T0, id: "t9" });

const totpOnly = succeed({ status: "challenge", challenge: challengeAnswer({ need: "bind", factor: "totp", factors: [{ factor: "totp", bound: false }] }), now: T0 } as const);
const loaded: Answer = { to: "startTotp", result: succeed({ ...enrolment, now: T0 }) };

describe("binding an authenticator app", () => {
  it("asks for a secret, once, with the transition that shows its screen", () => {
    const { state, effects } = hears(fixtures["password.submitting"], { to: "signIn", result: totpOnly });
    expect(state).toMatchObject({ at: "enrol.loading", task: "t9" });
    expect(effects).toEqual([{ type: "startTotp", task: "t9", token: "gc_fixture" }]);
    const shown = hears(state, loaded, "t9");
    expect(shown.state).toMatchObject({ at: "enrol", enrolment });
    expect(shown.effects).toEqual([]);
  });

  it("forgets the secret on the way to another tab, and asks for a new one on the way back", () => {
    const away = does(variants.enrolAmongTabs, { type: "FACTOR.CHOOSE", factor: "email" });
    expect(away.state.at).toBe("bind");
    expect(JSON.stringify(away.state)).not.toContain(enrolment.secret);
    const back = does(away.state, { type: "FACTOR.CHOOSE", factor: "totp" }, "t3");
    expect([back.state.at, back.effects[0]]).toEqual(["enrol.loading", { type: "startTotp", task: "t3", token: "gc_fixture" }]);
  });

  it("offers to try again when there is no secret, and when it is over", () => {
    const failed = hears(fixtures["enrol.loading"], { to: "startTotp", result: fail({ code: "network" }) });
    expect(failed.state).toMatchObject({ at: "enrol.failed", failure: { error: { code: "network" } } });
    expect(does(failed.state, { type: "TOTP.RETRY" }).effects[0]?.type).toBe("startTotp");
    expect(does(variants.enrolOver, { type: "TOTP.RETRY" }).effects[0]?.type).toBe("startTotp");
  });

  it("is done only after the new recovery code was put away", () => {
    const { state: confirming, effects } = does(fixtures.enrol, { type: "CODE.SUBMIT", code: "123456" });
    expect(effects).toEqual([{ type: "confirmTotp", task: "t2", key: "t2", token: "gc_fixture", code: "123456" }]);
    const { state } = hears(confirming, { to: "confirmTotp", result: succeed({ status: "done", session, recoveryCode: "ABCDE", now: T0 }) }, "t2");
    expect(state).toMatchObject({ at: "recoveryCode", recoveryCode: "ABCDE", session });
    expect(does(state, { type: "BACK" }).state).toBe(state);
    const done = does(state, { type: "RECOVERY.ACKNOWLEDGE" }).state;
    expect(done).toMatchObject({ at: "done", session });
    expect(done).not.toHaveProperty("recoveryCode");
  });

  it("keeps QR and secret through a wrong code, and says when the enrolment itself is over", () => {
    const wrong: Answer = { to: "confirmTotp", result: fail({ code: "code_invalid" }, T0) };
    expect(hears(fixtures["enrol.confirming"], wrong).state).toMatchObject({ at: "enrol", enrolment, failure: { late: false } });
    const over = { ...fixtures["enrol.confirming"], enrolment: { ...enrolment, expiresAt: T0 } };
    expect(hears(over, wrong).state).toMatchObject({ at: "enrol", failure: { late: true } });
  });

  it("shows no secret any more when the server has none: ten tries, ten minutes, or another tab's enrolment (R11)", () => {
    const { state } = hears(fixtures["enrol.confirming"], { to: "confirmTotp", result: fail({ code: "conflict" }, T0) });
    expect(state).toMatchObject({ at: "enrol.failed", failure: { error: { code: "conflict" } } });
    expect(JSON.stringify(state)).not.toContain(enrolment.secret);
    expect(does(state, { type: "TOTP.RETRY" }).effects[0]?.type).toBe("startTotp");
  });

  it("confirms again under the key of a confirmation that was never answered (R12a)", () => {
    const lost = hears(fixtures["enrol.confirming"], { to: "confirmTotp", result: fail({ code: "timeout" }) });
    expect(does(lost.state, { type: "CODE.SUBMIT", code: "123456" }, "t5").effects[0]).toMatchObject({ task: "t5", key: "t1" });
    const again = does(lost.state, { type: "TOTP.RETRY" }, "t6").state;
    const fresh = hears(again, loaded, "t6").state;
    expect(does(fresh, { type: "CODE.SUBMIT", code: "123456" }, "t7").effects[0]).toMatchObject({ task: "t7", key: "t7" });
  });

  it("is told of the end of its challenge wherever it stands", () => {
    expect(hears(fixtures["enrol.loading"], { to: "startTotp", result: fail({ code: "challenge_expired" }, T0) }).state.at).toBe("expired");
    expect(hears(fixtures["enrol.confirming"], { to: "confirmTotp", result: fail({ code: "locked", lockedUntil: T0 + 1 }, T0) }).state.at).toBe("locked");
  });
});
