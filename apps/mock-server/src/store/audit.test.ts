import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const rows = async () => {
  const all = await rig.db.selectFrom("audit").selectAll().orderBy("seq").execute();
  return all.map(({ event, result, reason }) => [event, result, reason].filter((word) => word !== null).join(" "));
};

describe("every attempt leaves a row (R22, S-46)", () => {
  it("with who, where from, when, what and why", async () => {
    rig = await createRig(new Sqlite(":memory:"), { ports: { geo: { country: (ip) => (ip === "198.51.100.9" ? "NZ" : "unknown") } } });
    await rig.call("signIn", { app: "demo", identifier: "email-user", password: "wrong" }, { ip: "198.51.100.9", headers: { "user-agent": "Browser/1" } });
    expect(await rig.db.selectFrom("audit").selectAll().execute()).toEqual([
      { seq: 1, hash: expect.stringMatching(/^[\w-]{43}$/), at: rig.ports.clock.now(), event: "sign_in", accountId: "demo-email-user", app: "demo", factor: null, result: "failure", reason: "invalid_credentials", ip: "198.51.100.9", country: "NZ", requestId: expect.any(String), userAgent: "Browser/1" },
    ]);
  });

  it("without a country or a browser where nobody tells, and with no more of a browser's name than it needs", async () => {
    await signIn(rig, "demo", "email-user", "wrong");
    await rig.call("signIn", { app: "demo", identifier: "email-user", password: "wrong" }, { headers: { "user-agent": "x".repeat(10_000) } });
    expect(await rig.db.selectFrom("audit").select(["country", "userAgent"]).orderBy("seq").execute()).toEqual([{ country: "unknown", userAgent: null }, { country: "unknown", userAgent: "x".repeat(256) }]);
  });

  it("and an unknown user's row keeps nothing of what was typed", async () => {
    await signIn(rig, "demo", "my-password-by-mistake", "wrong");
    expect(JSON.stringify(await rig.db.selectFrom("audit").selectAll().execute())).not.toContain("by-mistake");
  });

  it("through a login that binds", async () => {
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    rig.advance(1);
    await send(rig, token, "user");
    rig.advance(1);
    await verify(rig, token, otherThan(mailedCode(rig)));
    rig.advance(1);
    const { token: session } = sessionOf(await verify(rig, token, mailedCode(rig)));
    rig.advance(1);
    await rig.call("signOut", {}, { token: session });
    expect(await rows()).toEqual(["sign_in challenged", "code_send success", "code_send failure resend_too_soon", "code_verify failure code_invalid", "factor_bind success", "code_verify success", "sign_out success"]);
  });

  it("through a lock and what it refuses", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    for (let turn = 0; turn < 6; turn += 1) await verify(rig, token, "000000");
    rig.advance(1);
    await verify(rig, token, "000000");
    await send(rig, token, "user");
    await signIn(rig, "demo-email", "email-user");
    const seen = await rows();
    expect(seen.filter((row) => row === "code_verify failure code_invalid")).toHaveLength(5);
    expect(seen.slice(6)).toEqual(["account_lock success", "code_verify failure locked", "code_verify failure locked", "code_send failure locked", "sign_in failure locked"]);
  });

  it("of a lock that a right code lifted", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    for (let turn = 0; turn < 5; turn += 1) await verify(rig, token, otherThan(mailedCode(rig)));
    rig.advance(1);
    await verify(rig, token, mailedCode(rig));
    expect((await rows()).slice(-3)).toEqual(["account_lock success", "account_unlock success", "code_verify success"]);
  });

  it.each([
    ["demo-open", "email-user", "sign_in success"],
    ["demo", "bypassed-user", "sign_in success mfa_bypassed"],
    ["demo-email", "phone-user", "sign_in challenged"],
  ])("of a password login to %s by %s: %s", async (app, identifier, row) => {
    await signIn(rig, app, identifier);
    expect(await rows()).toEqual([row]);
  });

  it.each([["refused", "code_send failure delivery_failed"], ["unknown", "code_send success handover_unknown"]] as const)("of a send whose provider said %s", async (handover, row) => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    rig.handovers.push(handover);
    await send(rig, token);
    expect(await rows()).toContain(row);
  });
});

it("an action whose row can't be written does not happen: no session, no used code", async () => {
  const { token } = await challengeOf(rig, "demo-email", "email-user");
  await send(rig, token);
  const code = mailedCode(rig);
  await rig.db.schema.alterTable("audit").renameTo("gone").execute();
  expect((await verify(rig, token, code)).status).toBe(500);
  expect((await signIn(rig, "demo-open", "email-user")).status).toBe(500);
  await rig.db.schema.alterTable("gone").renameTo("audit").execute();
  expect(await rig.db.selectFrom("session").select("id").execute()).toEqual([]);
  sessionOf(await verify(rig, token, code));
});
