import { expect, it } from "vitest";
import { createServerClock } from "./clock.ts";

const told = (now: unknown) => ({ reason: "locked", now });

it("is this machine's until an answer tells another, and goes on from there", () => {
  let local = 1_000;
  const clock = createServerClock(() => local);
  for (const nothing of [undefined, null, "busy", {}, told("soon"), told(-1)]) clock.learn(nothing);
  expect(clock.now()).toBe(1_000);
  clock.learn(told(900));
  local += 50;
  expect(clock.now()).toBe(950);
});

it("does not step back for an answer that was long on its way, and does for a clock that was set", () => {
  let local = 0;
  const clock = createServerClock(() => local);
  clock.learn(told(100_000));
  local = 9_000;
  clock.learn(told(100_500));
  expect(clock.now()).toBe(109_000);
  local = 3_600_000;
  clock.learn(told(120_000));
  expect(clock.now()).toBe(120_000);
});
