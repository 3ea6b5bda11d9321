import { fail, succeed } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, session, T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import { activeFactor } from "./active-factor.ts";
import type { Answer, UserEvent } from "./event.ts";
import { resumableOf } from "./resumable.ts";
import type { State } from "./state.ts";
import { transition } from "./transition.ts";

const does = (state: State, event: UserEvent, id = "t2") => transition(state, { ...event, now: T0, id });
const hears = (state: State, answer: Answer, task = "t1") => transition(state, { type: "ANSWER", task, answer, now: T0, id: "t9" });
const refused = (error: Parameters<typeof fail>[0]): Answer => ({ to: "verifyRecoveryCode", result: fail(error, T0) });
const onlyRecovery = challengeAnswer({ factor: "recovery", factors: [{ factor: "recovery", bound: true }] });

describe("the recovery code", () => {
  it("is asked for from the authenticator's tab, and the tab is one step back", () => {
    const asked = does(variants.totp, { type: "RECOVERY.OPEN" });
    expect(asked.state).toMatchObject({ at: "recovery", from: "challenge" });
    expect(asked.effects).toEqual([]);
    expect(does(asked.state, { type: "FACTOR.CHOOSE", factor: "totp" }).state.at).toBe("challenge");
  });

  it("is not asked for where there is none", () => {
    expect(does(fixtures.challenge, { type: "RECOVERY.OPEN" }).state).toBe(fixtures.challenge);
    expect(does(fixtures.bind, { type: "RECOVERY.OPEN" }).state).toBe(fixtures.bind);
  });

  it("logs in once and shows its successor, which must be put away", () => {
    const { state, effects } = does(fixtures.recovery, { type: "RECOVERY.SUBMIT", code: "OLD" });
    expect(effects).toEqual([{ type: "verifyRecoveryCode", task: "t2", key: "t2", token: "gc_fixture", code: "OLD" }]);
    const shown = hears(state, { to: "verifyRecoveryCode", result: succeed({ status: "done", session, recoveryCode: "NEW", redirectTo: "https://example.com/", now: T0 }) }, "t2").state;
    expect(shown).toMatchObject({ at: "recoveryCode", recoveryCode: "NEW" });
    expect(does(shown, { type: "RECOVERY.ACKNOWLEDGE" }).state).toMatchObject({ at: "done", session, redirectTo: "https://example.com/" });
  });

  it("keeps its failure, and the key of a try that was never answered, through another tab", () => {
    const wrong = hears(fixtures["recovery.verifying"], refused({ code: "unavailable" })).state;
    const back = does(does(wrong, { type: "FACTOR.CHOOSE", factor: "totp" }).state, { type: "RECOVERY.OPEN" }).state;
    expect(back.at === "recovery" && activeFactor(back.challenge).failure?.error.code).toBe("unavailable");
    expect(does(back, { type: "RECOVERY.SUBMIT", code: "OLD" }, "t5").effects[0]).toMatchObject({ task: "t5", key: "t1" });
  });
});

describe("a closed account (R11b)", () => {
  it("shows that it is closed after the right password, and opens by the recovery code", () => {
    const { state } = hears(fixtures["password.submitting"], { to: "signIn", result: succeed({ status: "challenge", challenge: onlyRecovery, now: T0 }) });
    expect(state.at).toBe("closed");
    const asked = does(state, { type: "RECOVERY.OPEN" }).state;
    expect(asked).toMatchObject({ at: "recovery", from: "closed" });
    expect(does(asked, { type: "RECOVERY.SUBMIT", code: "OLD" }).effects[0]?.type).toBe("verifyRecoveryCode");
  });

  it("says how many tries are left, and stays closed when there is none", () => {
    const trying = does(variants.recoveryFromClosed, { type: "RECOVERY.SUBMIT", code: "OLD" }, "t1").state;
    expect(hears(trying, refused({ code: "code_invalid", attemptsLeft: 3 })).state).toMatchObject({ at: "recovery", from: "closed" });
    const closed = hears(trying, refused({ code: "closed" })).state;
    expect(does(closed, { type: "RECOVERY.OPEN" }).state).toBe(closed);
  });

  it("is closed again after a reload, with its way out", () => {
    const record = resumableOf(variants.closedWithRecovery);
    expect(record).toMatchObject({ is: "challenge", token: "gc_fixture" });
    expect(hears(fixtures.resuming, { to: "resume", result: succeed(onlyRecovery) }).state).toMatchObject({ at: "closed", challenge: { token: "gc_fixture" } });
  });

  it("leads back to the password", () => expect(does(variants.closedWithRecovery, { type: "BACK" }).state.at).toBe("password"));
});
