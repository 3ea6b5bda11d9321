import { succeed } from "@guard/contract";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { session, T0 } from "../testing/parts.ts";
import { scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import type { DeviceTokenStore } from "./device-token.ts";
import { createGuard } from "./guard.ts";
import { loadFlow } from "./load-flow.ts";

beforeAll(loadFlow);

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const trusted = succeed({ status: "done", session, deviceToken: "gd_new", now: T0 });

function setUp(store: Partial<DeviceTokenStore>) {
  const { adapter, calls } = scriptedAdapter();
  const onFault = vi.fn<(fault: unknown) => void>();
  const deviceToken = { get: () => undefined, set: vi.fn<DeviceTokenStore["set"]>(), ...store };
  const guard = createGuard({ login: () => ({ adapter, app: "demo", deviceToken, onFault }), clock: manualClock() });
  guard.subscribe(() => {});
  const signIn = async () => {
    guard.send({ type: "PASSWORD.SUBMIT", identifier: "email-user", password: "secret-password" });
    await settled();
  };
  return { guard, calls, onFault, deviceToken, signIn };
}

describe("what makes a device trusted (R24)", () => {
  it.each([
    ["at once", () => "gd_old"],
    ["after a while", async () => "gd_old"],
  ])("goes with the sign-in when the host gives it %s", async (_, get) => {
    const { calls, signIn } = setUp({ get });
    await signIn();
    expect(calls[0]?.input).toMatchObject({ identifier: "email-user", deviceToken: "gd_old" });
  });

  it.each([
    ["has none", () => undefined],
    ["has an empty one", () => ""],
  ])("does not go with it when the host %s", async (_, get) => {
    const { calls, signIn, onFault } = setUp({ get });
    await signIn();
    expect(calls[0]?.input).not.toHaveProperty("deviceToken");
    expect(onFault).not.toHaveBeenCalled();
  });

  it.each([
    ["throws", () => { throw new Error("no storage"); }],
    ["rejects", () => Promise.reject(new Error("no storage"))],
  ])("costs no login when the host's get %s", async (_, get) => {
    const { calls, signIn, onFault } = setUp({ get });
    await signIn();
    expect(calls[0]?.input).not.toHaveProperty("deviceToken");
    expect(onFault).toHaveBeenCalledOnce();
  });

  it("is handed to the host once, and rests nowhere in the login", async () => {
    const { guard, calls, signIn, deviceToken } = setUp({});
    await signIn();
    await calls[0]?.answer(trusted);
    expect(deviceToken.set).toHaveBeenCalledExactlyOnceWith("gd_new");
    expect(guard.getState().at).toBe("done");
    expect(JSON.stringify(guard.getState())).not.toContain("gd_new");
  });

  it.each([
    ["throws", () => { throw new Error("full"); }],
    ["rejects", () => Promise.reject(new Error("full"))],
    ["never ends", () => new Promise<void>(() => {})],
  ])("costs no login when the host's set %s", async (name, set) => {
    const { guard, calls, signIn, onFault } = setUp({ set });
    await signIn();
    await calls[0]?.answer(trusted);
    expect(guard.getState().at).toBe("done");
    expect(onFault).toHaveBeenCalledTimes(name === "never ends" ? 0 : 1);
  });

  it("is not taken from an answer that nobody waits for any more", async () => {
    const { guard, calls, signIn, deviceToken } = setUp({});
    await signIn();
    guard.send({ type: "BACK" });
    await calls[0]?.answer(trusted);
    expect(deviceToken.set).not.toHaveBeenCalled();
  });

  it("is waited for by nobody who went back meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { guard, calls, signIn } = setUp({ get: () => promise });
    await signIn();
    guard.send({ type: "BACK" });
    resolve("gd_old");
    await settled();
    expect(calls).toEqual([]);
  });
});
