import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { deriveKeys } from "../crypto/keys.ts";
import { insertPendingCode, makeCodeLive } from "../store/code.ts";
import { transact } from "../store/transaction.ts";
import { createRig } from "../testing/rig.ts";
import type { Slot } from "./runner.ts";
import { codeMac, prepareSentCode } from "./sent-code.ts";

const slot: Slot = { accountId: "demo-email-user", target: "email-user@example.com", purpose: "login", app: "demo" };

/** A store with one live code for `slot`, and a judge's verdict over another slot. */
async function judgeElsewhere(differing: Partial<Slot>): Promise<boolean> {
  const { ports } = await createRig(new Sqlite(":memory:"));
  const keys = await deriveKeys(ports.config.secret);
  const mac = await codeMac(keys, slot, "123456");
  await transact(ports.store, async (tx) => {
    await insertPendingCode(tx, { id: "c", mac, createdAt: 0, expiresAt: 600_000, ...slot });
    await makeCodeLive(tx, slot, "c");
  });
  const judge = await prepareSentCode(keys, { ...slot, ...differing, code: "123456" });
  return transact(ports.store, (tx) => judge(tx, 1));
}

const values: { readonly [Part in keyof Slot]: readonly [Slot[Part], Slot[Part]] } = {
  accountId: [slot.accountId, "demo-admin"],
  target: [slot.target, "other@example.com"],
  purpose: ["login", "bind"],
  app: ["demo", "demo-email"],
};

/** Every combination of the four parts, right or wrong. */
const combinations = Array.from({ length: 16 }, (_, bits): Slot => ({
  accountId: values.accountId[bits & 1 ? 1 : 0],
  target: values.target[bits & 2 ? 1 : 0],
  purpose: values.purpose[bits & 4 ? 1 : 0],
  app: values.app[bits & 8 ? 1 : 0],
}));

it("accepts a code for its own account, target, purpose and application", async () => {
  expect(await judgeElsewhere({})).toBe(true);
});

it.each(combinations.slice(1))("refuses it for $accountId, $target, $purpose, $app (S-11)", async (elsewhere) => {
  expect(await judgeElsewhere(elsewhere)).toBe(false);
});

it("depends on the key and on each part, also where a row was moved by hand (S-14)", async () => {
  const [keys, others] = await Promise.all([deriveKeys(new Uint8Array(32).fill(1)), deriveKeys(new Uint8Array(32).fill(2))]);
  const macs = await Promise.all([...combinations.map((each) => codeMac(keys, each, "123456")), codeMac(keys, slot, "123457"), codeMac(others, slot, "123456")]);
  expect(new Set(macs).size).toBe(18);
});

it("refuses every code where there is no address", async () => {
  const { ports } = await createRig(new Sqlite(":memory:"));
  const judge = await prepareSentCode(await deriveKeys(ports.config.secret), { ...slot, target: null, code: "123456" });
  expect(await transact(ports.store, (tx) => judge(tx, 1))).toBe(false);
});
