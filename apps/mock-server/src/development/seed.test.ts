import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { seedDevelopment } from "../app.ts";
import { createRig } from "../testing/rig.ts";
import { signIn } from "../testing/login.ts";
import { DEMO_USERS } from "./data.ts";

it("puts in every user and application of the documents, with one password hashed once", async () => {
  const rig = await createRig(new Sqlite(":memory:"));
  const accounts = await rig.db.selectFrom("account").select(["username", "email", "phone", "mfaDisabled", "role"]).orderBy("username").execute();
  expect(accounts).toEqual([
    { username: "admin", email: "admin@example.com", phone: null, mfaDisabled: 0, role: "admin" },
    { username: "all-factors", email: "all-factors@example.com", phone: "+8613800138001", mfaDisabled: 0, role: "user" },
    { username: "bypassed-user", email: null, phone: null, mfaDisabled: 1, role: "user" },
    { username: "email-user", email: "email-user@example.com", phone: null, mfaDisabled: 0, role: "user" },
    { username: "locked-user", email: null, phone: null, mfaDisabled: 0, role: "user" },
    { username: "new-user", email: null, phone: null, mfaDisabled: 0, role: "user" },
    { username: "phone-user", email: null, phone: "+8613800138000", mfaDisabled: 0, role: "user" },
    { username: "totp-user", email: null, phone: null, mfaDisabled: 0, role: "user" },
  ]);
  expect(await rig.db.selectFrom("account").select("password").distinct().execute()).toHaveLength(1);
  const applications = await rig.db.selectFrom("application").select(["id", "ownRules", "factors"]).orderBy("id").execute();
  expect(applications).toEqual([
    { id: "demo", ownRules: 1, factors: '["email","sms","totp"]' },
    { id: "demo-email", ownRules: 1, factors: '["email"]' },
    { id: "demo-face", ownRules: 1, factors: '["face","email"]' },
    { id: "demo-global", ownRules: 0, factors: "[]" },
    { id: "demo-open", ownRules: 1, factors: "[]" },
    { id: "demo-totp", ownRules: 1, factors: '["totp"]' },
  ]);
});

it("seals the authenticator secrets and keeps the recovery codes as MACs", async () => {
  const rig = await createRig(new Sqlite(":memory:"));
  const bindings = await rig.db.selectFrom("binding").select(["accountId", "factor", "scope", "secret"]).orderBy("accountId").orderBy("scope").execute();
  expect(bindings.map(({ accountId, factor, scope }) => `${accountId} ${factor} ${scope}`)).toEqual([
    "demo-all-factors totp demo", "demo-all-factors totp demo-totp", "demo-totp-user totp demo", "demo-totp-user totp demo-totp",
  ]);
  // 20 bytes and a 16-byte tag are 48 characters.
  for (const { secret } of bindings) expect(secret).toMatch(/^[\w-]{8}\.[\w-]{16}\.[\w-]{48}$/);
  expect(await rig.db.selectFrom("recoveryCode").select("accountId").orderBy("accountId").execute()).toEqual([{ accountId: "demo-all-factors" }, { accountId: "demo-totp-user" }]);
});

it("run again keeps what is there, hashes nothing, and locks the locked user for another hour", async () => {
  const rig = await createRig(new Sqlite(":memory:"));
  await rig.db.updateTable("account").set({ failures: 3, mfaDisabled: 1 }).where("username", "=", "email-user").execute();
  rig.advance(2 * 3_600_000);
  expect((await signIn(rig, "demo-email", "locked-user")).status).toBe(200);
  await seedDevelopment(rig.ports);
  expect(rig.hashed.filter((password) => password.startsWith("Guard"))).toEqual([]);
  expect(await rig.db.selectFrom("account").select(["failures", "mfaDisabled"]).where("username", "=", "email-user").executeTakeFirstOrThrow()).toEqual({ failures: 3, mfaDisabled: 1 });
  const locked = await signIn(rig, "demo-email", "locked-user");
  expect(locked.body).toMatchObject({ code: "locked", lockedUntil: rig.ports.clock.now() + 3_600_000 });
  expect((await rig.db.selectFrom("account").select("id").execute()).length).toBe(DEMO_USERS.length);
});

it("takes a hash made beforehand where hashing is slow", async () => {
  const rig = await createRig(new Sqlite(":memory:"));
  for (const table of ["recoveryCode", "binding", "account"] as const) await rig.db.deleteFrom(table).execute();
  await seedDevelopment(rig.ports, { passwordHash: "$made$beforehand" });
  expect(await rig.db.selectFrom("account").select("password").distinct().execute()).toEqual([{ password: "$made$beforehand" }]);
  expect(rig.hashed).toEqual([]);
});
