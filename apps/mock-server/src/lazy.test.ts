import { expect, it, vi } from "vitest";
import { lazy } from "./lazy.ts";

it("makes the value once, however many ask at the same time", async () => {
  const make = vi.fn<() => Promise<number>>().mockResolvedValue(1);
  const value = lazy(make);
  expect(await Promise.all([value(), value(), value()])).toEqual([1, 1, 1]);
  expect(make).toHaveBeenCalledTimes(1);
});

it("tries again after a failure", async () => {
  const make = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("busy")).mockResolvedValue(2);
  const value = lazy(make);
  await expect(value()).rejects.toThrow("busy");
  expect(await value()).toBe(2);
});
