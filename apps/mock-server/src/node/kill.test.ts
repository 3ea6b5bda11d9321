import { afterAll, beforeAll, expect, it } from "vitest";
import type { Store } from "../app.ts";
import { counterOf, describeDeathAtCompare, tryCode } from "./testing/death-at-compare.ts";
import { putPeople, type Person } from "./testing/people.ts";
import { startProcess } from "./testing/process.ts";
import { createStoreFile, type StoreFile } from "./testing/store-file.ts";

const KILLS = 15;

let file: StoreFile;
let databaseUrl: string;
let store: Store;
beforeAll(async () => {
  file = await createStoreFile();
  ({ databaseUrl, store } = file);
  // The server seeds; what a killed one left half-done the next one opens without repair.
  await (await startProcess({ DATABASE_URL: databaseUrl })).kill();
}, 30_000);
afterAll(() => file.remove());

/** How many tries an answer says were counted, by the account it is about. */
function countedBy(body: Readonly<Record<string, unknown>>): number {
  if (body["code"] === "locked") return 6;
  return typeof body["attemptsLeft"] === "number" ? 6 - body["attemptsLeft"] : 0;
}

it(`${KILLS} times killed in the middle of many tries, each time some answers later, the counter is never lower than what was answered (S-02)`, async () => {
  const people = await putPeople(store, Array.from({ length: KILLS * 4 }, (_, number) => `kill-${number}`));
  const answered = new Map<Person, number>();
  for (let round = 0; round < KILLS; round += 1) {
    const server = await startProcess({ DATABASE_URL: databaseUrl });
    const crowd = people.slice(round * 4, round * 4 + 4);
    let answers = 0;
    const enough = Promise.withResolvers<void>();
    const tryAll = async (who: Person) => {
      for (let turn = 0; turn < 6; turn += 1) {
        if (answers >= round) enough.resolve();
        const { body } = await tryCode(server.url, who);
        answered.set(who, Math.max(answered.get(who) ?? 0, countedBy(body)));
        answers += 1;
      }
    };
    const trying = Promise.allSettled(crowd.map(tryAll));
    await enough.promise;
    await server.kill();
    await trying;
  }
  for (const who of people) {
    const { failures, total, lockedUntil } = await counterOf(store, who);
    expect(failures).toBeGreaterThanOrEqual(answered.get(who) ?? 0);
    expect([total, lockedUntil !== null]).toEqual([failures, failures >= 6]);
  }
  // Else the kills came too early to prove anything.
  expect(answered.size).toBeGreaterThan(KILLS);
}, 60_000);

describeDeathAtCompare("one SQLite file", () => ({ databaseUrl, store }));
