import { fail, succeed } from "@guard/contract";
import { describe, expect, it } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { delivered, session, T0 } from "../testing/parts.ts";
import { variants } from "../testing/variants.ts";
import type { Answer, UserEvent } from "./event.ts";
import { resumableOf } from "./resumable.ts";
import { runningTasks } from "./select.ts";
import type { State } from "./state.ts";
import { transition } from "./transition.ts";

const does = (state: State, event: UserEvent, id = "t2", now = T0) => transition(state, { ...event, now, id });
const hears = (state: State, answer: Answer, task = "t1", now = T0) => transition(state, { type: "ANSWER", task, answer, now, id: "t9" });
const sent: Answer = { to: "requestSignInCode", result: succeed({ ...delivered, now: T0 }) };
const toCode = (result: Extract<Answer, { to: "verifySignInCode" }>["result"]): Answer => ({ to: "verifySignInCode", result });

describe("signing in by a code alone (R2a)", () => {
  it("asks for the address, sends, verifies, and is done without a second factor", () => {
    const asked = does({ ...fixtures.password, identifier: "me@example.com" }, { type: "METHOD.CHOOSE", method: "code" }).state;
    expect(asked).toMatchObject({ at: "codeSignIn.request", identifier: "me@example.com" });
    const requesting = does(asked, { type: "IDENTIFIER.SUBMIT", identifier: "you@example.com" });
    expect(requesting.effects).toEqual([{ type: "requestSignInCode", task: "t2", identifier: "you@example.com", trigger: "auto" }]);
    const verify = hears(requesting.state, sent, "t2").state;
    expect(verify).toMatchObject({ at: "codeSignIn.verify", delivery: { is: "sent", ...delivered } });
    const verifying = does(verify, { type: "CODE.SUBMIT", code: "123456" }, "t3");
    expect(verifying.effects).toEqual([{ type: "verifySignInCode", task: "t3", key: "t3", identifier: "you@example.com", code: "123456" }]);
    expect(hears(verifying.state, toCode(succeed({ status: "done", session, now: T0 })), "t3").state).toMatchObject({ at: "done", session });
  });

  it("leads back to the password and to another address, and keeps what was typed", () => {
    const { identifier } = fixtures["codeSignIn.verify"];
    expect(does(fixtures["codeSignIn.verify"], { type: "METHOD.CHOOSE", method: "password" }).state).toMatchObject({ at: "password", identifier });
    expect(does(fixtures["codeSignIn.verify"], { type: "TARGET.CHANGE" }).state).toMatchObject({ at: "codeSignIn.request", identifier });
  });

  it("keeps nothing for a reload, because the address would have to be kept", () => {
    expect(resumableOf(fixtures["codeSignIn.verify"])).toBeUndefined();
  });

  it("is refused where it was asked", () => {
    const error = { code: "recipient_limit", retryAt: T0 + 1 } as const;
    expect(hears(fixtures["codeSignIn.requesting"], { to: "requestSignInCode", result: fail(error, T0) }).state).toMatchObject({ at: "codeSignIn.request", failure: { error } });
    // Here it is a host's mistake (wrong app): nothing was open that could expire.
    expect(hears(fixtures["codeSignIn.verifying"], toCode(fail({ code: "unauthorized" }, T0))).state).toMatchObject({ at: "codeSignIn.verify", failure: { error: { code: "unauthorized" } } });
  });

  it("tells a code that came too late from a wrong one", () => {
    const wrong = toCode(fail({ code: "code_invalid", attemptsLeft: 4 }, T0 + 600_000));
    expect(hears(fixtures["codeSignIn.verifying"], wrong).state).toMatchObject({ at: "codeSignIn.verify", failure: { late: true } });
  });

  it("that takes no more tries is over: its screen says so, and leads to another code or to the password", () => {
    const { identifier } = fixtures["codeSignIn.verifying"];
    const over = hears(fixtures["codeSignIn.verifying"], toCode(fail({ code: "challenge_expired" }, T0))).state;
    expect(over).toMatchObject({ at: "expired", was: "code", identifier });
    expect(does(over, { type: "RETRY" }).state).toMatchObject({ at: "codeSignIn.request", identifier });
    expect(does(over, { type: "BACK" }).state).toMatchObject({ at: "password", identifier });
    expect(does(fixtures.expired, { type: "RETRY" }).state).toMatchObject({ at: "password" });
  });

  it("repeats the key of a verdict that never arrived", () => {
    const lost = hears(fixtures["codeSignIn.verifying"], toCode(fail({ code: "network" }))).state;
    expect(does(lost, { type: "CODE.SUBMIT", code: "123456" }, "t5").effects[0]).toMatchObject({ task: "t5", key: "t1" });
  });
});

describe("another code for it", () => {
  it("is not asked for inside the wait, and once after it", () => {
    expect(does(fixtures["codeSignIn.verify"], { type: "CODE.SEND" }, "t2", T0 + 59_999).state).toBe(fixtures["codeSignIn.verify"]);
    const { state, effects } = does(fixtures["codeSignIn.verify"], { type: "CODE.SEND" }, "t2", T0 + 60_000);
    expect(effects).toEqual([{ type: "requestSignInCode", task: "t2", identifier: "email-user@example.com", trigger: "user" }]);
    expect(does(state, { type: "CODE.SEND" }, "t3", T0 + 60_000).state).toBe(state);
  });

  it("arrives while one is judged", () => {
    const both = does(variants.codeResending, { type: "CODE.SUBMIT", code: "123456" }, "t3").state;
    expect(runningTasks(both)).toEqual(["t3", "t2"]);
    expect(hears(both, sent, "t2").state).toMatchObject({ at: "codeSignIn.verifying", delivery: { is: "sent", resendAt: delivered.resendAt } });
  });

  it("that was refused says so, and when it may be asked for again", () => {
    const refused = fail({ code: "resend_too_soon", resendAt: T0 + 30_000 }, T0);
    expect(hears(variants.codeResending, { to: "requestSignInCode", result: refused }, "t2").state).toMatchObject({
      at: "codeSignIn.verify",
      delivery: { is: "sent", resendAt: T0 + 30_000 },
      failure: { id: "t2", error: { code: "resend_too_soon" } },
    });
  });
});
