import type { Rig } from "../rig.ts";

// Room: flows. What somebody does, and what the audit has to say of it; by themselves no tests.

/** What somebody does, and each row it leaves: event, factor, result, reason. */
export type Flow = readonly [name: string, flow: (rig: Rig) => Promise<unknown>, rows: readonly string[]];

/** Does it so many times, one after the other. */
export async function times(count: number, again: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await again();
}

export const rowsOf = <T>(count: number, row: T): T[] => Array.from({ length: count }, () => row);
