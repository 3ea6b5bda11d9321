import { succeed } from "@guard/contract";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { challengeAnswer, T0 } from "../testing/parts.ts";
import { scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";

const chunk = { isLost: false, arrival: Promise.resolve() };

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const signIn = { type: "PASSWORD.SUBMIT", identifier: "email-user", password: "secret-password" } as const;
const record = { is: "challenge", token: "gc_kept", active: "email", expiresAt: T0 + 60_000, offset: 0 } as const;

beforeEach(() => {
  // A page that has loaded nothing yet.
  vi.resetModules();
  Object.assign(chunk, { isLost: false, arrival: Promise.resolve() });
  vi.doMock("./whole-flow.ts", async (original) => {
    await chunk.arrival;
    if (chunk.isLost) throw new Error("lost on the way");
    return original();
  });
});

async function setUp(kept?: typeof record) {
  const { createGuard } = await import("./guard.ts");
  const { PATIENCE_MS } = await import("./loop.ts");
  const { forgetful } = await import("./persist.ts");
  const { loadFlow, prefetchFlow } = await import("./load-flow.ts");
  const { adapter, calls } = scriptedAdapter();
  const clock = manualClock();
  const onFault = vi.fn<(fault: unknown) => void>();
  const guard = createGuard({ login: () => ({ adapter, app: "demo", onFault }), clock, persistence: { ...forgetful, open: () => kept } });
  guard.subscribe(() => {});
  return { guard, calls, clock, onFault, loadFlow, prefetchFlow, PATIENCE_MS };
}

describe("the first submit on a page whose flow is still on its way", () => {
  it("is busy at once, asks once when the flow is there, and goes on", async () => {
    const { guard, calls, loadFlow } = await setUp();
    guard.send(signIn);
    guard.send(signIn);
    expect(guard.getState().at).toBe("password.submitting");
    expect(calls).toEqual([]);
    await loadFlow();
    await settled();
    expect(calls.map(({ operation }) => operation)).toEqual(["signIn"]);
    await calls[0]?.answer(succeed({ status: "challenge", challenge: challengeAnswer(), now: T0 }));
    expect(guard.getState().at).toBe("challenge");
    expect(calls.map(({ operation }) => operation)).toEqual(["signIn", "sendCode"]);
  });

  it("sends nothing of a person who went back meanwhile", async () => {
    const { guard, calls, loadFlow } = await setUp();
    guard.send(signIn);
    guard.send({ type: "BACK" });
    await loadFlow();
    await settled();
    expect(guard.getState()).toMatchObject({ at: "password", identifier: "email-user" });
    expect(calls).toEqual([]);
  });

  it("is given up like any call when the flow never comes, and not made when it comes after all", async () => {
    const arrival = Promise.withResolvers<void>();
    chunk.arrival = arrival.promise;
    const { guard, calls, clock, loadFlow, PATIENCE_MS } = await setUp();
    guard.send(signIn);
    clock.advance(PATIENCE_MS);
    expect(guard.getState()).toMatchObject({ at: "password", failure: { error: { code: "timeout" } } });
    arrival.resolve();
    await loadFlow();
    await settled();
    expect(calls).toEqual([]);
  });
});

describe("a flow that can't be loaded", () => {
  it("is no connection to the person and a fault to the host, and is asked for again at the next try", async () => {
    chunk.isLost = true;
    const { guard, calls, onFault } = await setUp();
    guard.send(signIn);
    await vi.waitFor(() => expect(guard.getState()).toMatchObject({ at: "password", identifier: "email-user", failure: { error: { code: "network" } } }));
    expect(onFault).toHaveBeenCalledOnce();
    chunk.isLost = false;
    guard.send(signIn);
    await vi.waitFor(() => expect(calls.map(({ operation }) => operation)).toEqual(["signIn"]));
  });

  it("leaves a login that was picked up after a reload where it can be tried again", async () => {
    chunk.isLost = true;
    const { guard, calls } = await setUp(record);
    expect(guard.getState().at).toBe("resuming");
    await vi.waitFor(() => expect(guard.getState()).toMatchObject({ at: "resuming.failed", record, failure: { error: { code: "network" } } }));
    chunk.isLost = false;
    guard.send({ type: "RETRY" });
    await vi.waitFor(() => expect(calls.map(({ operation }) => operation)).toEqual(["resume"]));
  });

  it("is no fault as long as nobody needs it", async () => {
    chunk.isLost = true;
    const { onFault, prefetchFlow, loadFlow } = await setUp();
    prefetchFlow();
    await settled();
    expect(onFault).not.toHaveBeenCalled();
    chunk.isLost = false;
    await expect(loadFlow()).resolves.toHaveProperty("transition");
  });
});
