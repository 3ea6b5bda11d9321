import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, signIn, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { createSystemClock } from "./clock.ts";
import type { AdvanceableClock } from "./clock.ts";

const START = 1_800_000_000_000;
const HOUR = 3_600_000;

let wall: number;
let steady: number;
let clock: AdvanceableClock;
/** Time goes by. */
const pass = (ms: number) => {
  wall += ms;
  steady += ms;
};
/** Somebody sets the wall clock. */
const step = (ms: number) => (wall += ms);

beforeEach(() => {
  wall = START;
  steady = 77;
  clock = createSystemClock({ wall: () => wall, steady: () => steady });
  clock.now();
});

describe("the server's clock (S-58)", () => {
  it("shows the wall's time in whole milliseconds", () => {
    pass(0.7);
    expect(clock.now()).toBe(START);
    pass(1000);
    expect(clock.now()).toBe(START + 1000);
  });

  it.each([[-2000, -2000], [-5000, -5000], [-5001, -5000], [-HOUR, -5000], [-365 * 24 * HOUR, -5000]])("a step of %d ms moves it by %d ms", (stepped, moved) => {
    step(stepped);
    expect(clock.now()).toBe(START + moved);
    pass(HOUR);
    expect(clock.now()).toBe(START + HOUR + moved);
  });

  it("many small steps back are no more than one", () => {
    for (let turn = 0; turn < 100; turn += 1) {
      step(-4000);
      clock.now();
    }
    expect(clock.now()).toBe(START - 5000);
  });

  it("follows a step forward, and does not go back with the step that undoes it", () => {
    step(HOUR);
    expect(clock.now()).toBe(START + HOUR);
    step(-HOUR);
    expect(clock.now()).toBe(START + HOUR - 5000);
  });

  it("follows a machine that slept: the wall ran on while the steady clock stood", () => {
    wall += HOUR;
    expect(clock.now()).toBe(START + HOUR);
  });

  it("is moved by hand on top of that", () => {
    clock.advance(HOUR);
    step(-2 * HOUR);
    expect(clock.now()).toBe(START + HOUR - 5000);
  });
});

describe("after the wall clock was set back by an hour", () => {
  let rig: Rig;
  let token: string;
  beforeEach(async () => {
    rig = await createRig(new Sqlite(":memory:"), { ports: { clock } });
    token = (await challengeOf(rig, "demo-email", "email-user")).token;
    await send(rig, token);
  });
  const tryWrong = () => verify(rig, token, otherThan(mailedCode(rig)));

  it("a lock neither ends nor grows: it is over an hour after it began, to 5 s", async () => {
    for (let turn = 0; turn < 6; turn += 1) await tryWrong();
    pass(1800_000);
    step(-HOUR);
    expect((await signIn(rig, "demo-email", "email-user")).body).toMatchObject({ code: "locked", lockedUntil: START + HOUR });
    pass(1799_000);
    expect((await signIn(rig, "demo-email", "email-user")).status).toBe(423);
    pass(6001);
    expect((await signIn(rig, "demo-email", "email-user")).status).toBe(200);
  });

  it("a code that was over stays over, and one that lives gets no hour more", async () => {
    pass(595_000);
    step(-HOUR);
    pass(10_001);
    expect((await verify(rig, token, mailedCode(rig))).body).toMatchObject({ code: "code_invalid" });
    step(-HOUR);
    expect((await verify(rig, token, mailedCode(rig))).body).toMatchObject({ code: "code_invalid" });
  });

  it("a challenge that was over stays over", async () => {
    pass(906_000);
    expect((await tryWrong()).status).toBe(401);
    step(-HOUR);
    expect((await tryWrong()).body).toMatchObject({ code: "challenge_expired" });
  });

  it("nobody waits an hour for the next code", async () => {
    step(-HOUR);
    pass(65_001);
    expect((await send(rig, token, "user")).status).toBe(200);
  });
});
