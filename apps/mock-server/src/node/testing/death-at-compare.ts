import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../app.ts";
import { putPeople, type Person } from "./people.ts";
import { post, startProcess, type Reply } from "./process.ts";

export const counterOf = (store: Store, who: Person) =>
  store.db.selectFrom("account").select(["failures", "total", "lockedUntil"]).where("id", "=", who.id).executeTakeFirstOrThrow();

export const tryCode = (url: string, who: Person): Promise<Reply> =>
  post(url, "/challenge/verify", { factor: "email", code: "000000" }, { token: who.tokens[0] ?? "" });

interface Seeded {
  readonly databaseUrl: string;
  readonly store: Store;
}

/** What a server killed between count and compare leaves behind (S-02). `seeded` is asked in the test. */
export function describeDeathAtCompare(name: string, seeded: () => Seeded): void {
  describe(`a server on ${name} killed between count and compare (S-02)`, () => {
    it.each([0, 5])("after %d answers: the try stays counted, and the sixth locks", async (before) => {
      const { databaseUrl, store } = seeded();
      const [who] = (await putPeople(store, [`between-${before}`])) as [Person];
      const folder = mkdtempSync(join(tmpdir(), "guard-death-"));
      const armed = join(folder, "armed");
      const server = await startProcess({ DATABASE_URL: databaseUrl, DIE_ONCE_THERE: armed }, ["--import", join(import.meta.dirname, "die-at-compare.mjs")]);
      for (let turn = 0; turn < before; turn += 1) await tryCode(server.url, who);
      writeFileSync(armed, "");
      await expect(tryCode(server.url, who)).rejects.toThrow("fetch failed");
      await server.gone;
      rmSync(folder, { recursive: true });
      const { failures, total, lockedUntil } = await counterOf(store, who);
      expect([failures, total, lockedUntil !== null]).toEqual([before + 1, before + 1, before === 5]);
    }, 30_000);
  });
}
