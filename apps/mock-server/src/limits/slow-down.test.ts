import { describe, expect, it } from "vitest";
import { ADDRESS, countFailure, countInHour, FLOODED_PAIR, PAIR } from "./slow-down.ts";
import type { SlowDown } from "./slow-down.ts";

const empty = { key: "k", failures: 0, since: 0, nextAt: 0, touchedAt: 0 };
const START = 1_000_000;

/** How long each of some failures in a row makes the next try wait, in s, when everybody comes as soon as they may. */
function waits(slowDown: SlowDown, tries: number): number[] {
  let bucket = empty;
  return Array.from({ length: tries }, () => {
    const now = Math.max(START, bucket.nextAt);
    bucket = countFailure(bucket, slowDown, now) ?? bucket;
    return (bucket.nextAt - now) / 1000;
  });
}

describe("how wrong passwords slow down (S-07)", () => {
  it("of one address at one account: three tries are free, then 1, 2, 4 .. 30 s", () => {
    expect(waits(PAIR, 10)).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it("of one address at all accounts: later, in the same steps", () => {
    expect(waits(ADDRESS, 34).slice(28)).toEqual([0, 1, 2, 4, 8, 16]);
  });

  it("of one address at a flooded account: one try, then 30 s between two", () => {
    expect(waits(FLOODED_PAIR, 3)).toEqual([30, 30, 30]);
  });

  it("of an office, one failure is forgiven every two minutes, so that 30 an hour for ever make nobody wait", () => {
    let bucket = empty;
    for (let turn = 0; turn < 500; turn += 1) bucket = countFailure(bucket, ADDRESS, START + turn * 120_000) ?? bucket;
    expect(bucket.nextAt).toBe(START + 499 * 120_000);
  });

  it("an attack that lasted all day is paid for within minutes after it", () => {
    let bucket = empty;
    let now = START;
    for (let turn = 0; turn < 3000; turn += 1) {
      now = Math.max(now, bucket.nextAt);
      bucket = countFailure(bucket, ADDRESS, now) ?? bucket;
    }
    expect(bucket.nextAt - now).toBe(30_000);
    expect((countFailure(bucket, ADDRESS, now + 16 * 60_000)?.nextAt ?? 0) - (now + 16 * 60_000)).toBe(0);
  });

  it("a try before its time is not counted", () => {
    expect(countFailure({ ...empty, failures: 3, nextAt: START }, PAIR, START - 1)).toBeUndefined();
    expect(countFailure({ ...empty, failures: 3, nextAt: START }, PAIR, START)?.failures).toBe(4);
  });

  it("an hour of peace is forgotten, a minute less is not", () => {
    const bucket = { ...empty, failures: 5, nextAt: START };
    expect(countFailure(bucket, PAIR, START + 3_600_000)?.failures).toBe(1);
    expect(countFailure(bucket, PAIR, START + 3_540_000)?.failures).toBe(6);
  });

  it("what is counted by the hour begins again with the next", () => {
    const first = countInHour(empty, START);
    expect(countInHour(first, START + 3_599_999)).toMatchObject({ failures: 2, since: START });
    expect(countInHour(first, START + 3_600_000)).toMatchObject({ failures: 1, since: START + 3_600_000 });
  });
});
