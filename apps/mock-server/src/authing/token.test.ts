import { beforeAll, describe, expect, it } from "vitest";
import { createAuthingRig, errorOf, graphql, mfaTokenOf, rest } from "../node/testing/authing.ts";
import { countersOf, signInFully } from "../testing/login.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig();
});

/** Every call that wants a token, with a body it takes. */
const CALLS: Readonly<Record<string, (token: string | undefined, app?: string) => Promise<Answer>>> = {
  "GET /api/v2/mfa/authenticator": (token, app) => call("GET", "/api/v2/mfa/authenticator?type=totp&source=SELF", undefined, token, app),
  "POST /api/v2/mfa/totp/associate": (token, app) => call("POST", "/api/v2/mfa/totp/associate", { authenticator_type: "totp", source: "APPLICATION" }, token, app),
  "POST /api/v2/mfa/totp/associate/confirm": (token, app) => call("POST", "/api/v2/mfa/totp/associate/confirm", { authenticator_type: "totp", totp: "123456" }, token, app),
  "POST /api/v2/mfa/totp/verify": (token, app) => call("POST", "/api/v2/mfa/totp/verify", { totp: "123456" }, token, app),
  "POST /api/v2/mfa/totp/recovery": (token, app) => call("POST", "/api/v2/mfa/totp/recovery", { recoveryCode: "AAAAA" }, token, app),
  "POST /api/v2/applications/mfa/sms/verify": (token, app) => call("POST", "/api/v2/applications/mfa/sms/verify", { phone: "13800138000", code: "123456" }, token, app),
  "POST /api/v2/applications/mfa/email/verify": (token, app) => call("POST", "/api/v2/applications/mfa/email/verify", { email: "email-user@example.com", code: "123456" }, token, app),
  "POST /api/v2/applications/mfa/check": (token, app) => call("POST", "/api/v2/applications/mfa/check", { email: "a@example.com" }, token, app),
};

const call = (method: string, path: string, body: unknown, token: string | undefined, app = "demo"): Promise<Answer> => rest(rig, path, body, { method, app, ...(token === undefined ? {} : { token }) });

describe.each(Object.entries(CALLS))("%s", (_, run) => {
  it("without a token is told that nobody is signed in", async () => {
    expect(await run(undefined)).toMatchObject({ status: 200, body: { code: 2020 } });
  });

  it.each(["MFA1", `gc_${"A".repeat(43)}`, "eyJhbGciOiJIUzI1NiJ9.e30.x"])("with a token nobody has sends the client back to the login: %s", async (token) => {
    expect(await run(token)).toMatchObject({ status: 200, body: { code: 2021 } });
  });

  it("with another application's token does so too, and counts nothing", async () => {
    expect(await run(await mfaTokenOf(rig, "all-factors", { app: "demo-totp" }))).toMatchObject({ body: { code: 2021 } });
    expect((await countersOf(rig, "all-factors")).failures).toBe(0);
  });

  it("with a session that is over is told that nobody is signed in", async () => {
    expect(await run(`gs_${"A".repeat(43)}`)).toMatchObject({ body: { code: 2020 } });
  });
});

it("an expired mfaToken sends the client back to the login", async () => {
  const token = await mfaTokenOf(rig, "email-user");
  rig.advance(900_001);
  for (const run of Object.values(CALLS)) expect(await run(token)).toMatchObject({ body: { code: 2021 } });
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
