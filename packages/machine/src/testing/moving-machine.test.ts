import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { centerFixtures } from "./center/fixtures.ts";
import { otherDevice } from "./center/parts.ts";
import { fixtures } from "./fixtures.ts";
import { movingCenter, movingGuard, type Network } from "./moving-machine.ts";
import { minutes, T0 } from "./parts.ts";
import { manualClock } from "./still-guard.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const signIn = { type: "PASSWORD.SUBMIT", identifier: "email-user", password: "a password" } as const;

function begin(network: Network = "ok", state = fixtures.password) {
  const clock = manualClock();
  const guard = movingGuard(state, clock, () => network);
  guard.subscribe(() => {});
  return { guard, clock };
}

it("goes on by the real flow, from the password through its code to the end", async () => {
  const { guard } = begin();
  guard.send(signIn);
  expect(guard.getState().at).toBe("password.submitting");
  await vi.advanceTimersByTimeAsync(1000);
  expect(guard.getState().at).toBe("challenge");
  guard.send({ type: "CODE.SUBMIT", code: "123456" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(guard.getState().at).toBe("done");
});

it("waits on a slow network, and stays where it was on none", async () => {
  const slow = begin("slow").guard;
  const none = begin("fail").guard;
  for (const guard of [slow, none]) guard.send(signIn);
  await vi.advanceTimersByTimeAsync(1000);
  expect(slow.getState().at).toBe("password.submitting");
  expect(none.getState()).toMatchObject({ at: "password", failure: { error: { code: "network" } } });
  await vi.advanceTimersByTimeAsync(4000);
  expect(slow.getState().at).toBe("challenge");
});

it("gives up no call because its clock was moved on", async () => {
  const { guard, clock } = begin();
  guard.send(signIn);
  clock.advance(minutes(5));
  await vi.advanceTimersByTimeAsync(1000);
  expect(guard.getState().at).toBe("challenge");
  expect(guard.clock.now()).toBe(T0 + minutes(5));
});

it("shows the fresh recovery code after an enrolment", async () => {
  const guard = movingGuard(fixtures.enrol, manualClock(), () => "ok");
  guard.subscribe(() => {});
  guard.send({ type: "CODE.SUBMIT", code: "123456" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(guard.getState().at).toBe("recoveryCode");
});

it("moves a visit to the personal centre as well", async () => {
  const center = movingCenter(centerFixtures.overview, manualClock(), () => "ok");
  center.subscribe(() => {});
  center.send({ type: "DEVICE.REVOKE", device: otherDevice.id });
  expect(center.getState().at).toBe("device.revoking");
  await vi.advanceTimersByTimeAsync(1000);
  expect(center.getState()).toMatchObject({ at: "overview", done: "deviceRevoked" });
});
