import { fail, succeed, type Bindings } from "@guard/contract";
import { expect, it, vi } from "vitest";
import { T0 } from "../testing/parts.ts";
import { everything, scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { createCenter } from "./center.ts";
import { LINGER_MS, PATIENCE_MS } from "./loop.ts";

const able = { ...everything, account: true };
const list: Bindings = { bindings: [{ id: "bnd_1", factor: "sms", scope: "demo", removable: true }], bindable: ["totp", "face"], stepUpBy: ["sms", "totp"], steppedUpUntil: T0 + 60_000, now: T0 };
const devices = succeed({ devices: [], now: T0 });

function setUp(capabilities = able) {
  const { adapter, calls } = scriptedAdapter(capabilities);
  const clock = manualClock();
  let ids = 0;
  const onFault = vi.fn<(fault: unknown) => void>();
  const center = createCenter({ visit: () => ({ adapter, token: "gs_visit", onFault }), clock, newId: () => `id${ids++}` });
  const call = (operation: string) => {
    const found = calls.findLast((each) => each.operation === operation);
    if (!found) throw new Error(`The adapter's ${operation} was not called.`);
    return found;
  };
  return { center, calls, call, clock, onFault };
}

async function open(set: ReturnType<typeof setUp>, bindings: Bindings = list): Promise<() => void> {
  const leave = set.center.subscribe(() => {});
  await set.call("listFactors").answer(succeed(bindings));
  await set.call("listDevices").answer(devices);
  return leave;
}

it("reads the list and the devices when somebody looks, with the session's token, and keeps that token nowhere", async () => {
  const set = setUp();
  expect(set.calls).toEqual([]);
  await open(set);
  expect(set.calls.map(({ operation }) => operation)).toEqual(["listFactors", "listDevices"]);
  expect(set.calls.map(({ input }) => input)).toEqual([{ token: "gs_visit" }, { token: "gs_visit" }]);
  expect(set.center.getState().at).toBe("overview");
  expect(JSON.stringify(set.center.getState())).not.toContain("gs_visit");
});

it("asks nothing of an adapter that has no personal centre, and says so", async () => {
  const set = setUp({ ...able, account: false });
  set.center.subscribe(() => {});
  await vi.waitFor(() => expect(set.center.getState()).toMatchObject({ at: "failed", failure: { error: { code: "not_supported" } } }));
  expect(set.calls).toEqual([]);
});

it("asks for no devices where the backend trusts none", async () => {
  const set = setUp({ ...able, trustedDevice: false });
  set.center.subscribe(() => {});
  await set.call("listFactors").answer(succeed(list));
  expect(set.calls).toHaveLength(1);
  expect(set.center.getState()).toMatchObject({ at: "overview" });
  expect(set.center.getState()).not.toHaveProperty("account.devices");
});

it("offers only what the adapter can do, and the password only where nothing is bound (R18)", async () => {
  const narrow = setUp({ ...able, verify: ["totp"], bind: ["totp"] });
  await open(narrow);
  expect(narrow.center.getState()).toMatchObject({ account: { bindable: ["totp"], proofs: ["totp"] } });
  const none = setUp({ ...able, verify: [] });
  await open(none);
  expect(none.center.getState()).toMatchObject({ account: { proofs: [] } });
  const empty = setUp();
  await open(empty, { ...list, bindings: [], stepUpBy: [] });
  expect(empty.center.getState()).toMatchObject({ account: { proofs: ["password"] } });
});

it("makes a first recovery code where an app is bound without one, and says what was done (R18)", async () => {
  const totp = { id: "bnd_2", factor: "totp", scope: "demo", removable: true } as const;
  const set = setUp();
  await open(set, { ...list, bindings: [totp] });
  set.center.send({ type: "RECOVERY.RENEW" });
  expect(set.center.getState().at).toBe("renew.confirm");
  set.center.send({ type: "CONFIRM" });
  await set.call("renewRecoveryCode").answer(succeed({ recoveryCode: "7KQ2M9XPD4T8WNB3HRV6CJ5YE", now: T0 }));
  expect(set.center.getState()).toMatchObject({ at: "recoveryCode", done: "codeMade" });
});

it("says that the old one is gone where there was one", async () => {
  const set = setUp();
  await open(set, { ...list, recoveryCodeAt: T0 });
  set.center.send({ type: "RECOVERY.RENEW" });
  set.center.send({ type: "CONFIRM" });
  await set.call("renewRecoveryCode").answer(succeed({ recoveryCode: "7KQ2M9XPD4T8WNB3HRV6CJ5YE", now: T0 }));
  expect(set.center.getState()).toMatchObject({ at: "recoveryCode", done: "codeRenewed" });
});

it("makes no recovery code without an app, nor where the adapter can't", async () => {
  const totp = { id: "bnd_2", factor: "totp", scope: "demo", removable: true } as const;
  for (const [capabilities, bindings] of [[able, list.bindings], [{ ...able, recovery: false }, [totp]]] as const) {
    const set = setUp(capabilities);
    await open(set, { ...list, bindings: [...bindings] });
    set.center.send({ type: "RECOVERY.RENEW" });
    expect(set.center.getState()).toMatchObject({ at: "overview", account: { renewable: false } });
  }
});

it("carries a change out after the proof that the server wanted, and reads the list again", async () => {
  const set = setUp();
  await open(set);
  set.center.send({ type: "FACTOR.REMOVE", binding: "bnd_1" });
  set.center.send({ type: "CONFIRM" });
  await set.call("unbindFactor").answer(fail({ code: "step_up_required" }, T0));
  expect(set.call("sendStepUpCode").input).toEqual({ token: "gs_visit", factor: "sms", trigger: "auto" });
  set.center.send({ type: "CODE.SUBMIT", code: "123456" });
  await set.call("stepUp").answer(succeed({ steppedUpUntil: T0 + 300_000, now: T0 }));
  expect(set.calls.filter(({ operation }) => operation === "unbindFactor").map(({ input }) => input)).toEqual([{ token: "gs_visit", id: "bnd_1" }, { token: "gs_visit", id: "bnd_1" }]);
  await set.call("unbindFactor").answer(succeed({ now: T0 }));
  expect(set.center.getState()).toMatchObject({ at: "loading", done: "removed" });
  expect(set.calls.filter(({ operation }) => operation === "listFactors")).toHaveLength(2);
});

it("takes a list out of shape for a failure and tells the host", async () => {
  const set = setUp();
  set.center.subscribe(() => {});
  await set.call("listFactors").answer(succeed({ bindings: "all of them" }));
  await set.call("listDevices").answer(devices);
  expect(set.center.getState()).toMatchObject({ at: "failed", failure: { error: { code: "unknown" } } });
  expect(set.onFault).toHaveBeenCalledOnce();
});

it("gives up on a server that does not answer, and stops when nobody looks any more", async () => {
  const set = setUp();
  const leave = set.center.subscribe(() => {});
  set.clock.advance(PATIENCE_MS);
  expect(set.center.getState()).toMatchObject({ at: "failed", failure: { error: { code: "timeout" } } });
  set.center.send({ type: "RETRY" });
  leave();
  set.clock.advance(LINGER_MS);
  expect(set.call("listFactors").context.signal.aborted).toBe(true);
});
