import Sqlite from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { createAuthingRig, errorOf, graphql, login, mfaTokenOf, publicKeyOf, rest } from "../node/testing/authing.ts";
import { countersOf } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig();
});

describe("a login by password", () => {
  it.each([{ email: "email-user@example.com" }, { username: "email-user" }])("of somebody who is asked for nothing more answers the user: %j", async (identifier) => {
    const { status, body } = await login(rig, identifier, { app: "demo-open" });
    expect({ status, body }).toMatchObject({ status: 200, body: { data: expect.anything() } });
    expect(Object.values(body["data"] as object)).toEqual([{ id: "demo-email-user", username: "email-user", email: "email-user@example.com", token: expect.stringMatching(/^gs_/), tokenExpiredAt: expect.stringMatching(/Z$/), customData: [] }]);
  });

  it.each(["13800138000", "+8613800138000"])("takes a phone without its country as one of China: %s", async (phone) => {
    expect((await login(rig, { phone }, { app: "demo-open" })).body).toMatchObject({ data: { loginByPhonePassword: { id: "demo-phone-user" } } });
  });

  it("answers 1636 with what the client needs for the second factor, the one used last first", async () => {
    const error = errorOf(await login(rig, { username: "all-factors" }));
    expect(error).toMatchObject({
      code: 1636,
      message: "请进行二次认证",
      data: {
        mfaToken: expect.stringMatching(/^gc_/),
        mfaEmail: "all-factors@example.com",
        mfaPhone: "13800138001",
        mfaPhoneCountryCode: "+86",
        totpMfaEnabled: true,
        faceMfaEnabled: false,
        username: "all-factors",
        applicationMfa: [{ mfaPolicy: "EMAIL", status: 1, sort: 1 }, { mfaPolicy: "SMS", status: 1, sort: 2 }, { mfaPolicy: "OTP", status: 1, sort: 3 }],
      },
    });
  });

  it("answers 1636 with nothing bound where the login has to bind", async () => {
    expect(errorOf(await login(rig, { username: "new-user" })).data).toMatchObject({ mfaEmail: null, mfaPhone: null, totpMfaEnabled: false, applicationMfa: [{ mfaPolicy: "EMAIL" }, { mfaPolicy: "SMS" }, { mfaPolicy: "OTP" }] });
  });

  it("answers 1635 where the authenticator app is the user's own, for all applications (R16a)", async () => {
    await rig.db.updateTable("globalPolicy").set({ factors: '["totp"]' }).execute();
    await rig.db.updateTable("binding").set({ scope: "global" }).where("accountId", "=", "demo-totp-user").where("scope", "=", "demo-totp").execute();
    expect(errorOf(await login(rig, { username: "totp-user" }, { app: "demo-global" }))).toMatchObject({ code: 1635, data: { totpMfaEnabled: true } });
  });

  it("of a wrong password, of nobody and of the wrong kind of name is refused alike, in the language that was asked for", async () => {
    const wrong = await login(rig, { username: "email-user" }, { password: "wrong", headers: { "x-authing-lang": "en-US" } });
    expect(wrong).toMatchObject({ status: 200, body: { data: null } });
    expect(errorOf(wrong)).toMatchObject({ code: 2333, message: "The account or the password is wrong.", data: { reason: "invalid_credentials" } });
    expect(errorOf(await login(rig, { email: "email-user" }))).toMatchObject({ code: 2333, message: "账号或密码错误" });
    expect(errorOf(await login(rig, { username: "nobody-at-all" }, { ip: "203.0.113.8" }))).toMatchObject({ code: 2333, message: "账号或密码错误" });
  });

  it("looks at no token that a client still carries from before", async () => {
    expect((await login(rig, { username: "email-user" }, { app: "demo-open", token: "gs_stale", ip: "203.0.113.9" })).body["errors"]).toBeUndefined();
  });

  it("in an application that does not exist is told so", async () => {
    expect(errorOf(await login(rig, { username: "email-user" }, { app: "nowhere", ip: "203.0.113.10" }))).toMatchObject({ code: 404 });
  });

  it("counts in the limits that /api/v1 counts in: after a few wrong ones both wait (S-07)", async () => {
    const from = { ip: "203.0.113.20", password: "wrong" };
    for (let turn = 0; turn < 4; turn += 1) await login(rig, { username: "phone-user" }, from);
    expect(errorOf(await login(rig, { username: "phone-user" }, from))).toMatchObject({ code: 1002, data: { retryAfter: 1 } });
    expect(await rig.call("signIn", { app: "demo", identifier: "phone-user", password: "wrong" }, { ip: from.ip })).toMatchObject({ status: 429 });
  });

  it("by a name of the wrong kind is an attempt like any other: audited, counted, and never right (S-07, S-46)", async () => {
    const from = { ip: "203.0.113.21" };
    const before = (await rig.db.selectFrom("audit").selectAll().execute()).length;
    const codes: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push(errorOf(await login(rig, { email: "bind-user" }, from)).code);
    expect(codes).toEqual([2333, 2333, 2333, 1002, 1002]);
    const rows = (await rig.db.selectFrom("audit").selectAll().execute()).slice(before);
    expect(rows.map(({ event, result, reason, app }) => [event, result, reason, app])).toEqual(codes.map((code) => ["sign_in", "failure", code === 2333 ? "invalid_credentials" : "rate_limited", "demo"]));
  });

  it("of a locked account says until when, and by whom it was locked does not matter", async () => {
    expect(errorOf(await login(rig, { username: "locked-user" }))).toMatchObject({ code: 2005, data: { unlockAt: (await countersOf(rig, "locked-user")).lockedUntil } });
  });

  it("is one line in the audit, like any other", async () => {
    const before = await rig.db.selectFrom("audit").selectAll().execute();
    await mfaTokenOf(rig, "email-user");
    const after = await rig.db.selectFrom("audit").selectAll().execute();
    expect(after.slice(before.length)).toMatchObject([{ event: "sign_in", result: "challenged", accountId: "demo-email-user", app: "demo" }]);
  });
});

describe("a body in the wrong shape", () => {
  const refused = { code: 400, message: "请求参数不正确" };

  it.each([
    ["an unknown operation", "mutation { dropAll }"],
    ["an unknown field", "query { user { id shoeSize } }"],
    ["a login without its input", "mutation { loginByEmail { id } }"],
    ["no GraphQL at all", "SELECT 1"],
    ["two operations", "query a { user { id } } query b { user { id } }"],
    ["many logins under aliases", 'mutation { a: sendEmail(email: "a", scene: MFA_VERIFY) { code } b: sendEmail(email: "b", scene: MFA_VERIFY) { code } }'],
    ["a fragment that hides them", 'mutation { ...m } fragment m on Mutation { a: sendEmail(email: "a", scene: MFA_VERIFY) { code } }'],
    ["more words than any client needs", `query { user { ${"id ".repeat(1100)} } }`],
  ])("%s is refused in the clients' own shape", async (_, query) => {
    const answer = await graphql(rig, query);
    expect(answer).toMatchObject({ status: 200, body: { data: null } });
    expect(errorOf(answer)).toMatchObject(refused);
  });

  it.each([["a number"], [null], [[]], [{ query: 1 }], [{ query: "x".repeat(20_000) }]])("of GraphQL is refused: %j", async (body) => {
    expect(errorOf(await rest(rig, "/graphql/v2", body))).toMatchObject(refused);
  });

  it("a variable of the wrong type is refused", async () => {
    const query = "mutation loginByEmail($input: LoginByEmailInput!) { loginByEmail(input: $input) { id } }";
    expect(errorOf(await graphql(rig, query, { input: { email: 1, password: [] } }))).toMatchObject(refused);
  });

  it("a route that does not exist is told in the clients' shape", async () => {
    expect(await rest(rig, "/api/v2/no-such-thing")).toMatchObject({ status: 200, body: { code: 404 } });
  });
});

it("a server that can judge no password now says so with HTTP 200, in the shape of each transport", async () => {
  const busy = await createAuthingRig({ ports: { hasher: { ...rig.ports.hasher, isFull: () => true } } });
  expect(await login(busy, { username: "email-user" })).toMatchObject({ status: 200, body: { errors: [{ message: { code: 500, data: { reason: "unavailable" } } }], data: null } });
});

it("where the switch is off nothing of this exists", async () => {
  const off = await createRig(new Sqlite(":memory:"));
  expect(await rest(off, "/api/v2/.well-known")).toMatchObject({ status: 404, body: { code: "not_found" } });
});

it("the public key is a PEM and stays the same", async () => {
  expect(await publicKeyOf(rig)).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----$/);
  expect(await rig.db.selectFrom("authingKey").select("id").execute()).toHaveLength(1);
});
