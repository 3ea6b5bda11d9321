import { expect, it } from "vitest";
import { createBackground } from "./background.ts";

it("begins when the answer is out of the way, and is idle when all is done", async () => {
  const done: string[] = [];
  let answer = (): void => {};
  const background = createBackground(() => {}, () => new Promise((resolve) => (answer = resolve)));
  background.start(async () => void done.push("work"));
  const idle = background.idle().then(() => done.push("idle"));
  await Promise.resolve();
  expect(done).toEqual([]);
  answer();
  await idle;
  expect(done).toEqual(["work", "idle"]);
});

it("waits for work that work began, and tells of what broke without breaking", async () => {
  const faults: unknown[] = [];
  const background = createBackground((fault) => faults.push(fault));
  background.start(async () => background.start(() => Promise.reject(new Error("broken"))));
  await background.idle();
  expect(faults).toEqual([new Error("broken")]);
});
