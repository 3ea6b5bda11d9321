import type { Rig } from "../rig.ts";

// Room: flows. What somebody does, and what the audit has to say of it; by themselves no tests.

/** What somebody does, and each row it leaves: event, factor, result, reason. */
export type Flow = readonly [name: string, flow: (rig: Rig) => Promise<unknown>, rows: readonly string[]];

/** Does it so many times, one after the other. */
export async function times(count: number, again: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await again();
}

/** Calls one of the routes that stand in for somebody else: a third party, an administrator. */
export async function develop(rig: Rig, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  await rig.app.fetch(new Request(`http://localhost/dev/${path}`, { method: "POST", headers, body: JSON.stringify(body) }), { ip: "203.0.113.7" });
}

export const rowsOf = <T>(count: number, row: T): T[] => Array.from({ length: count }, () => row);
