import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Store } from "../app.ts";
import { WAITING_HASHES } from "./hasher.ts";
import { tryCode } from "./testing/death-at-compare.ts";
import { putPeople } from "./testing/people.ts";
import { startProcess, type ServerProcess } from "./testing/process.ts";
import { createStoreFile, type StoreFile } from "./testing/store-file.ts";

const CONNECTIONS = 200;

let file: StoreFile;
let store: Store;
let server: ServerProcess;
beforeAll(async () => {
  file = await createStoreFile();
  store = file.store;
  server = await startProcess({ DATABASE_URL: file.databaseUrl });
}, 30_000);
afterAll(async () => {
  await server.kill();
  await file.remove();
});

/** Somebody new at each call, from somewhere new: no limit but the queue's stands in the way. */
const signIn = (turn: number): Promise<Response> =>
  fetch(`${server.url}/api/v1/sign-in`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": `10.1.${turn >> 8}.${turn & 255}` },
    body: JSON.stringify({ app: "demo-open", identifier: `nobody-${turn}`, password: "wrong" }),
  });

/** So many connections that sign in, again and again, until told to stop. */
function openFlood() {
  const seen = { judged: 0, refused: 0, retryAfter: new Set<string | null>(), others: new Set<number>() };
  let stopped = false;
  let turns = 0;
  const connection = async (): Promise<void> => {
    while (!stopped) {
      const response = await signIn((turns += 1));
      await response.arrayBuffer();
      if (response.status === 401) seen.judged += 1;
      else if (response.status !== 503) seen.others.add(response.status);
      else {
        seen.refused += 1;
        seen.retryAfter.add(response.headers.get("retry-after"));
        await wait(100);
      }
    }
  };
  const connections = Array.from({ length: CONNECTIONS }, connection);
  const stop = async () => {
    stopped = true;
    await Promise.all(connections);
  };
  return { seen, stop };
}

it(`while ${CONNECTIONS} connections sign in and the hash queue is full, the excess hears 503 with Retry-After 1, and codes and health are answered past the queue (S-39)`, async () => {
  const people = await putPeople(store, Array.from({ length: 8 }, (_, number) => `flood-${number}`));
  const { seen, stop } = openFlood();
  await vi.waitFor(() => expect(seen.refused).toBeGreaterThan(0), 20_000);
  const hashedMeanwhile: number[] = [];
  for (const who of people) {
    const [judged, refused] = [seen.judged, seen.refused];
    expect(await tryCode(server.url, who)).toMatchObject({ status: 422, body: { attemptsLeft: 5 } });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    hashedMeanwhile.push(seen.judged - judged);
    // Still full: else the next one would prove nothing.
    await vi.waitFor(() => expect(seen.refused).toBeGreaterThan(refused), 20_000);
  }
  await stop();
  // Who had to wait behind the queue would see all of it judged first, on any machine.
  expect(Math.max(...hashedMeanwhile)).toBeLessThan(WAITING_HASHES);
  expect([...seen.retryAfter]).toEqual(["1"]);
  expect([...seen.others]).toEqual([]);
}, 60_000);

it("of so many at once only those are hashed who fit the queue or found a place that became free, and refusals come before the queue is through", async () => {
  const answers: number[] = [];
  await Promise.all(Array.from({ length: 400 }, async (_, turn) => answers.push((await signIn(50_000 + turn)).status)));
  const lastRefusal = answers.lastIndexOf(503);
  expect(answers.filter((status) => status !== 401 && status !== 503)).toEqual([]);
  expect(lastRefusal).toBeGreaterThanOrEqual(0);
  expect(answers.slice(lastRefusal).filter((status) => status === 401).length).toBeGreaterThan(WAITING_HASHES / 2);
}, 60_000);
