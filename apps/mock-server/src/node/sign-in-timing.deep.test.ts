import { afterAll, beforeAll, expect, it } from "vitest";
import type { Store } from "../app.ts";
import { mannWhitney, median } from "../testing/statistics.ts";
import { putPeople } from "./testing/people.ts";
import { post, startProcess, type ServerProcess } from "./testing/process.ts";
import { createStoreFile, type StoreFile } from "./testing/store-file.ts";

const SAMPLES = 200;
const kinds = ["unknown", "known", "locked", "without"] as const;
type Kind = (typeof kinds)[number];

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

let runs = 0;

/** Everybody tries once, so that no limit answers in the password's place. */
async function takeSamples(): Promise<Record<Kind, number[]>> {
  const run = (runs += 1);
  const nameOf = (kind: Kind, at: number) => `${kind}-${run}-${at}`;
  const names = kinds.filter((kind) => kind !== "unknown").flatMap((kind) => Array.from({ length: SAMPLES }, (_, at) => nameOf(kind, at)));
  await putPeople(store, names, 0);
  await store.db.updateTable("account").set({ lockedUntil: Date.now() + 3_600_000, failures: 6 }).where("id", "like", `locked-${run}-%`).execute();
  await store.db.updateTable("account").set({ password: null }).where("id", "like", `without-${run}-%`).execute();
  const samples: Record<Kind, number[]> = { unknown: [], known: [], locked: [], without: [] };
  for (let at = 0; at < SAMPLES; at += 1) {
    for (const turn of kinds.keys()) {
      const kind = kinds[(turn + at) % kinds.length] ?? "known";
      const began = performance.now();
      const { status, body } = await post(server.url, "/sign-in", { app: "demo-open", identifier: nameOf(kind, at), password: "wrong" }, { ip: `10.${run}.${turn}.${at}` });
      samples[kind].push(performance.now() - began);
      expect([status, body["code"]]).toEqual([401, "invalid_credentials"]);
    }
  }
  return samples;
}

it("whoever it is, a wrong password takes as long (S-35)", { timeout: 300_000, retry: 3 }, async () => {
  const samples = await takeSamples();
  for (const kind of kinds) {
    const [these, known] = [samples[kind], samples.known];
    expect(Math.abs(median(these) / median(known) - 1), `${kind}: medians`).toBeLessThan(0.1);
    expect(mannWhitney(these, known), `${kind}: ranks`).toBeGreaterThan(0.001);
  }
});
