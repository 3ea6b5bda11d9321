import { beforeAll, describe, expect, it } from "vitest";
import { createAuthingRig, errorOf, graphql, mfaTokenOf, rest } from "../node/testing/authing.ts";
import { fakeFaces } from "../testing/faces.ts";
import { countersOf, signInFully } from "../testing/login.ts";
import type { Answer, Rig } from "../testing/rig.ts";
import { listRoutes } from "./routes.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig({ ports: { face: fakeFaces } });
});

const face = { photoA: "face-photo/nobody", photoB: "face-photo/nobody" };
const photo = { photo: "face-photo/nobody" };
const totp = { totp: "123456" };

/** A body for each call that wants a token, so that it is the token that decides; none where it takes none. */
const BODIES: Readonly<Record<string, object | undefined>> = {
  "GET /api/v2/mfa/authenticator": undefined,
  "POST /api/v2/mfa/totp/associate": { authenticator_type: "totp", source: "APPLICATION" },
  "DELETE /api/v2/mfa/totp/associate": undefined,
  "POST /api/v2/mfa/totp/associate/confirm": { authenticator_type: "totp", ...totp },
  "POST /api/v2/mfa/totp/verify": totp,
  "POST /api/v2/applications/mfa/totp/verify": totp,
  "POST /api/v2/mfa/totp/recovery": { recoveryCode: "AAAAA" },
  "POST /api/v2/applications/mfa/sms/verify": { phone: "13800138000", code: "123456" },
  "POST /api/v2/applications/mfa/email/verify": { email: "email-user@example.com", code: "123456" },
  "POST /api/v2/mfa/face/associate": face,
  "POST /api/v2/mfa/face/verify": photo,
  "POST /api/v2/applications/mfa/face/verify": photo,
  "POST /api/v2/applications/mfa/check": { email: "a@example.com" },
  "POST /interaction/authFlow": { action: "verify-totp", data: totp },
};

const call = (name: string, token: string | undefined, app = "demo"): Promise<Answer> => {
  const [method = "", path = ""] = name.split(" ");
  return rest(rig, path, BODIES[name], { method, app, ...(token === undefined ? {} : { token }) });
};

describe("which routes there are", () => {
  it("those that want a token are these, and each is tried below", () => {
    expect(listRoutes("token").toSorted()).toEqual(Object.keys(BODIES).toSorted());
  });

  it("those that want none are these, and no others", () => {
    expect(listRoutes("nothing")).toEqual([
      "GET /api/v2/.well-known",
      "POST /graphql/v2",
      "POST /api/v2/login/account",
      "POST /api/v2/login/phone-code",
      "POST /api/v2/login/email-code",
      "POST /api/v2/email/send",
      "POST /api/v2/sms/send",
      "POST /api/v3/send-sms",
      "GET /api/v2/logout",
      "GET /logout",
      "POST /api/v2/upload",
      "GET /api/v2/cdn/svg-string/guard",
    ]);
  });
});

describe.each(listRoutes("token"))("%s (S-23)", (name) => {
  /** A login on its way can't unbind anything, so whoever brings its token, true or invented, is nobody there. */
  const over = name.startsWith("DELETE") ? 2020 : 2021;

  it("without a token is told that nobody is signed in", async () => {
    expect(await call(name, undefined)).toMatchObject({ status: 200, body: { code: 2020 } });
  });

  it.each(["MFA1", `gc_${"A".repeat(43)}`, "eyJhbGciOiJIUzI1NiJ9.e30.x"])("with a token nobody has sends the client back to the login: %s", async (token) => {
    expect(await call(name, token)).toMatchObject({ status: 200, body: { code: over } });
  });

  it("with another application's token does so too, and counts nothing", async () => {
    expect(await call(name, await mfaTokenOf(rig, "all-factors", { app: "demo-totp" }))).toMatchObject({ body: { code: over } });
    expect((await countersOf(rig, "all-factors")).failures).toBe(0);
  });

  it("with a session that is over is told that nobody is signed in", async () => {
    expect(await call(name, `gs_${"A".repeat(43)}`)).toMatchObject({ body: { code: 2020 } });
  });

  it("with a mfaToken that expired sends the client back to the login", async () => {
    const token = await mfaTokenOf(rig, "email-user");
    rig.advance(900_001);
    expect(await call(name, token)).toMatchObject({ body: { code: over } });
  });
});

it("a token without the word Bearer is a token: Guard sends it so", async () => {
  const token = await mfaTokenOf(rig, "totp-user", { app: "demo-totp" });
  expect(await rest(rig, "/api/v2/mfa/authenticator?source=APPLICATION", undefined, { app: "demo-totp", headers: { authorization: token } })).toMatchObject({ body: { code: 200, data: [{ authenticatorType: "totp" }] } });
});

it("a session of another application is nobody's here, and nobody reads another's user", async () => {
  const { token } = await signInFully(rig);
  const query = "query user($id: String) { user(id: $id) { id token } }";
  expect((await graphql(rig, query, {}, { token, app: "demo-email" })).body).toEqual({ data: { user: { id: "demo-email-user", token } } });
  expect((await graphql(rig, query, { id: "demo-email-user" }, { token, app: "demo-email" })).body).toMatchObject({ data: { user: { token } } });
  expect(errorOf(await graphql(rig, query, { id: "demo-admin" }, { token, app: "demo-email" }))).toMatchObject({ code: 403 });
  expect(errorOf(await graphql(rig, query, {}, { token, app: "demo" }))).toMatchObject({ code: 2020 });
});

describe("a body in the wrong shape", () => {
  it.each([
    ["/api/v2/mfa/totp/verify", {}],
    ["/api/v2/mfa/totp/verify", { totp: "12345" }],
    ["/api/v2/mfa/totp/verify", { totp: ["123456"] }],
    ["/api/v2/mfa/totp/associate", { authenticator_type: "sms" }],
    ["/api/v2/mfa/totp/recovery", { recoveryCode: "x".repeat(65) }],
    ["/api/v2/applications/mfa/email/verify", { email: null, code: "123456" }],
    ["/api/v2/applications/mfa/check", {}],
    ["/api/v2/applications/mfa/check", { email: "a@example.com", phone: "13800138000" }],
    ["/api/v2/mfa/face/verify", { photo: "" }],
    ["/api/v2/mfa/face/associate", { photoA: "a" }],
    ["/api/v2/sms/send", { phone: 1 }],
    ["/interaction/authFlow", { action: 1 }],
    ["/interaction/authFlow", { action: "verify-totp", data: { mfaToken: "gc_x", totp: "1" } }],
  ])("is refused in the client's own shape and counts nothing: %s %j", async (path, body) => {
    const token = await mfaTokenOf(rig, "all-factors");
    expect(await rest(rig, path, body, { token })).toMatchObject({ status: 200, body: { code: 400, statusCode: 400, apiCode: 400, message: "请求参数不正确", data: { reason: "validation_failed" } } });
    expect((await countersOf(rig, "all-factors")).failures).toBe(0);
  });

  it.each(["__proto__", "constructor"])("that reaches for a prototype is refused: %s", async (key) => {
    expect(await rest(rig, "/api/v2/sms/send", JSON.parse(`{"phone":"1","${key}":{}}`))).toMatchObject({ body: { code: 400 } });
  });
});

describe("a secret that no key of the server opens (S-18)", () => {
  it.each([
    ["REST", (token: string) => rest(rig, "/api/v2/mfa/totp/verify", totp, { token, app: "demo-totp" })],
    ["Guard's flow", (token: string) => rest(rig, "/interaction/authFlow", { action: "verify-totp", data: { mfaToken: token, ...totp } }, { app: "demo-totp" })],
  ])("is a factor that can't be used, in the client's own shape; nothing is counted, and whoever runs the server hears of it: %s", async (_, verify) => {
    rig = await createAuthingRig();
    await rig.db.updateTable("binding").set({ secret: "lost.AAAAAAAAAAAAAAAA.AAAA" }).where("accountId", "=", "demo-totp-user").execute();
    const token = await mfaTokenOf(rig, "totp-user", { app: "demo-totp" });
    expect(await verify(token)).toMatchObject({ status: 200, body: { code: 400, message: "该验证方式不可用", data: { reason: "factor_unavailable" } } });
    expect((await countersOf(rig, "totp-user")).failures).toBe(0);
    expect(rig.faults).toEqual([expect.objectContaining({ name: "Unreadable" })]);
  });

  it("is told by GraphQL too", async () => {
    rig = await createAuthingRig();
    await rig.db.insertInto("authingKey").values({ id: "password", publicKey: "PEM", privateKey: "lost.AAAAAAAAAAAAAAAA.AAAA", createdAt: 0 }).execute();
    const query = 'mutation { loginByUsername(input: { username: "email-user", password: "AAAA" }) { id } }';
    expect(await graphql(rig, query)).toMatchObject({ status: 200, body: { errors: [{ message: { code: 400, data: { reason: "factor_unavailable" } } }], data: null } });
    expect(rig.faults).toEqual([expect.objectContaining({ name: "Unreadable" })]);
  });
});
