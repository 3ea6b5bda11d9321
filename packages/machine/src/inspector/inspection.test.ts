import { fail, succeed } from "@guard/contract";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { State } from "../flow/index.ts";
import { loadFlow } from "../runtime/load-flow.ts";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, minutes, T0 } from "../testing/parts.ts";
import { scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { createInspection } from "./inspection.ts";
import { movableClock } from "./movable-clock.ts";
import { situations, type Situation } from "./situations.ts";

beforeAll(loadFlow);

function setUp() {
  const { adapter, calls } = scriptedAdapter();
  const write = vi.fn<(record: unknown) => void>();
  const inspection = createInspection();
  const guard = inspection.createGuard({ login: () => ({ adapter, app: "demo" }), persistence: { open: () => undefined, write, close: () => undefined } });
  const leave = guard.subscribe(() => undefined);
  return { inspection, guard, calls, write, leave };
}

const signIn = { type: "PASSWORD.SUBMIT", identifier: "email-user", password: "secret-password" } as const;

describe("an inspection", () => {
  it("shows nothing before there is a login to look at", () => {
    expect(createInspection().getSnapshot()).toBeUndefined();
  });

  it("logs each turn, newest first, without what was typed", async () => {
    const { inspection, guard, calls } = setUp();
    guard.send(signIn);
    await calls[0]?.answer(fail({ code: "invalid_credentials" }, T0));
    const { at, turns } = inspection.getSnapshot() ?? { at: undefined, turns: [] };
    expect(at).toBe("password");
    expect(turns.map(({ number, from, to }) => [number, from, to])).toEqual([
      [2, "password.submitting", "password"],
      [1, "password", "password.submitting"],
    ]);
    expect(JSON.stringify(turns)).not.toMatch(/secret-password|email-user/);
  });

  it("logs what changes nothing, too", () => {
    const { inspection, guard } = setUp();
    guard.send({ type: "BACK" });
    expect(inspection.getSnapshot()?.turns[0]).toMatchObject({ event: { type: "BACK" }, from: "password", to: "password" });
  });

  it.each(Object.keys(situations) as Situation[])("leads to %s", (situation) => {
    const { inspection, guard } = setUp();
    inspection.jump(situation);
    expect(guard.getState()).toEqual({ ...situations[situation], offset: expect.any(Number) as number });
    expect(inspection.getSnapshot()).toMatchObject({ at: situations[situation].at, pretended: true });
  });

  it("leads to deadlines that are ahead of the clock", () => {
    const { inspection, guard } = setUp();
    inspection.jump("locked");
    const { offset } = guard.getState();
    expect(fixtures.locked.lockedUntil - (guard.clock.now() + offset)).toBeGreaterThan(minutes(59));
  });

  it("aborts what was running when it leads away", () => {
    const { inspection, guard, calls } = setUp();
    guard.send(signIn);
    inspection.jump("locked");
    expect(calls[0]?.context.signal.aborted).toBe(true);
  });

  it("lets no reload resume what it pretended, until the login starts over", async () => {
    const { inspection, guard, calls, write } = setUp();
    inspection.jump("challenge");
    expect(write).not.toHaveBeenCalled();
    guard.send({ type: "BACK" });
    expect(inspection.getSnapshot()?.pretended).toBe(false);
    guard.send(signIn);
    await calls.at(-1)?.answer(succeed({ status: "challenge", challenge: challengeAnswer(), now: T0 }));
    expect(write).toHaveBeenLastCalledWith(expect.objectContaining({ is: "challenge" }));
  });

  it("tells whoever looks of each turn, and of none after they left", () => {
    const { inspection, guard } = setUp();
    const told = vi.fn<() => void>();
    const leave = inspection.subscribe(told);
    guard.send({ type: "BACK" });
    leave();
    guard.send({ type: "BACK" });
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("looks at the login that was subscribed to last", () => {
    const { inspection } = setUp();
    const other = inspection.createGuard({ login: () => ({ adapter: scriptedAdapter().adapter, app: "demo" }), identifier: "other" });
    expect(inspection.getSnapshot()?.turns).toEqual([]);
    other.subscribe(() => undefined);
    inspection.jump("closed");
    expect((other.getState() satisfies State).at).toBe("closed");
  });
});

describe("its clock", () => {
  it("calls back what is due when it is moved, once, and what was cancelled never", () => {
    const page = manualClock();
    const clock = movableClock(page);
    const [due, later, cancelled] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    clock.after(minutes(1), due);
    clock.after(minutes(3), later);
    clock.after(minutes(1), cancelled)();
    clock.advance(minutes(2));
    page.advance(0);
    expect([due, later, cancelled].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
    page.advance(minutes(1));
    expect([due, later, cancelled].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
    expect(clock.now()).toBe(T0 + minutes(3));
  });
});
