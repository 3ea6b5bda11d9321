import { succeed } from "@guard/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { challengeAnswer, enrolment, session, T0 } from "../testing/parts.ts";
import { everything, scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { createGuard } from "./guard.ts";
import { LINGER_MS, PATIENCE_MS } from "./loop.ts";
import { loadFlow } from "./load-flow.ts";
import { sessionPersistence } from "./persist.ts";

beforeAll(loadFlow);

let guards = 0;
const ignore = (): void => {};

/** A login that has just been told to bind an authenticator app. */
async function enrolling() {
  const { adapter, calls } = scriptedAdapter(everything);
  const clock = manualClock();
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) };
  const guard = createGuard({ login: () => ({ adapter, app: "demo" }), clock, persistence: sessionPersistence(storage, "demo", `enrolment-${guards++}`) });
  const leave = guard.subscribe(ignore);
  guard.send({ type: "PASSWORD.SUBMIT", identifier: "new-user", password: "secret-password" });
  const challenge = challengeAnswer({ need: "bind", factor: "totp", factors: [{ factor: "totp", bound: false }] });
  await calls[0]?.answer(succeed({ status: "challenge", challenge, now: T0 }));
  const operations = () => calls.map(({ operation }) => operation);
  const answer = (value: object) => calls.at(-1)?.answer(succeed(value));
  return { guard, calls, clock, kept, leave, operations, answer };
}

describe("binding an authenticator app at run time", () => {
  it("asks for one secret through StrictMode's unmount and remount", async () => {
    const { guard, clock, leave, operations, answer } = await enrolling();
    leave();
    clock.advance(LINGER_MS - 1);
    guard.subscribe(ignore);
    clock.advance(LINGER_MS * 2);
    await answer({ ...enrolment, now: T0 });
    guard.subscribe(ignore)();
    expect(guard.getState().at).toBe("enrol");
    expect(operations()).toEqual(["signIn", "startTotp"]);
  });

  it("offers to try again when the secret never comes", async () => {
    const { guard, clock, operations } = await enrolling();
    clock.advance(PATIENCE_MS);
    expect(guard.getState()).toMatchObject({ at: "enrol.failed", failure: { error: { code: "timeout" } } });
    guard.send({ type: "TOTP.RETRY" });
    expect(operations()).toEqual(["signIn", "startTotp", "startTotp"]);
  });

  it("keeps neither the secret, nor the recovery code, nor the session for a reload", async () => {
    const { guard, kept, answer } = await enrolling();
    await answer({ ...enrolment, now: T0 });
    expect(kept.size).toBe(0);
    guard.send({ type: "CODE.SUBMIT", code: "123456" });
    await answer({ status: "done", session, recoveryCode: "7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE", now: T0 });
    expect([guard.getState().at, kept.size]).toEqual(["recoveryCode", 0]);
    guard.send({ type: "RECOVERY.ACKNOWLEDGE" });
    expect([guard.getState().at, kept.size]).toEqual(["done", 0]);
  });

  it("stops asking when the person goes back, and takes no secret that comes after all", async () => {
    const { guard, calls, answer } = await enrolling();
    guard.send({ type: "BACK" });
    expect(calls.at(-1)?.context.signal.aborted).toBe(true);
    await answer({ ...enrolment, now: T0 });
    expect(guard.getState()).toEqual({ at: "password", identifier: "new-user", offset: 0 });
  });
});
