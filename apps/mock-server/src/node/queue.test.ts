import { expect, it } from "vitest";
import { Busy } from "../ports.ts";
import { createQueue } from "./queue.ts";

/** A work that ends when it is told to. */
function held() {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { done, release };
}

it("never runs more works at once than it may", async () => {
  const queue = createQueue({ parallel: 2, waiting: 100 });
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 50 }, () => queue(work)));
  expect({ most, running }).toEqual({ most: 2, running: 0 });
});

it("refuses the one that would wait beyond the bound, and takes others when places are free again", async () => {
  const queue = createQueue({ parallel: 1, waiting: 2 });
  const { done, release } = held();
  const taken = [queue(() => done), queue(() => done), queue(() => done)];
  expect(queue.isFull()).toBe(true);
  await expect(queue(() => done)).rejects.toBeInstanceOf(Busy);
  release();
  await Promise.all(taken);
  expect(queue.isFull()).toBe(false);
  await expect(queue(() => Promise.resolve("later"))).resolves.toBe("later");
});

it("runs works in the order they came, and a failing one frees its place", async () => {
  const queue = createQueue({ parallel: 1, waiting: 10 });
  const order: number[] = [];
  const failing = queue(() => Promise.reject(new Error("no")));
  const others = [1, 2, 3].map((number) => queue(() => Promise.resolve(order.push(number))));
  await expect(failing).rejects.toThrow("no");
  await Promise.all(others);
  expect(order).toEqual([1, 2, 3]);
});
