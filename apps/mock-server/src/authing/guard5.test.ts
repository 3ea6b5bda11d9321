import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_RECOVERY_CODE } from "../development/data.ts";
import { createAuthingRig, encrypted, publicKeyOf, rest } from "../node/testing/authing.ts";
import { appCode, mailedCode, otherThan } from "../testing/login.ts";
import type { Answer, Rig } from "../testing/rig.ts";

// Requests as Guard 5.3.9 makes them; it goes by `statusCode` and `apiCode`.

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig();
});
beforeEach(() => rig.advance(901_000));

const headers = { "x-authing-request-from": "Guard@4.5.42", "x-authing-sdk-version": "4.5.42", "x-authing-lang": "en-US" };
const guard = (path: string, body?: unknown, app = "demo", more: object = {}): Promise<Answer> => rest(rig, path, body, { app, headers: { ...headers, ...more } });
const flow = (action: string, data: object, flowHandle?: string, app?: string): Promise<Answer> => guard("/interaction/authFlow", { action, data, flowHandle }, app);

const ended = (name: string) => ({ status: 200, body: { code: 200, statusCode: 302, apiCode: 1600, data: { user: { id: `demo-${name}`, token: expect.stringMatching(/^gs_/) } } } });

async function login(account: string, app = "demo", password = DEMO_PASSWORD): Promise<Answer> {
  return guard("/api/v2/login/account", { account, password: encrypted(password, await publicKeyOf(rig)), autoRegister: false, withCustomData: false }, app);
}

/** The token of a login that goes on, which Guard gets twice. */
async function tokenOf(account: string, app?: string): Promise<string> {
  const { body } = await login(account, app);
  expect(body).toMatchObject({ code: 1636, statusCode: 302, apiCode: 1636, flowHandle: expect.stringMatching(/^gc_/) });
  const { mfaToken } = body["data"] as { mfaToken: string };
  expect(body["flowHandle"]).toBe(mfaToken);
  return mfaToken;
}

describe("before anything is shown", () => {
  it("an application's public configuration, with the key for passwords", async () => {
    const { body } = await guard("/api/v2/applications/demo/public-config");
    expect(body).toMatchObject({ code: 200, data: { name: "Guard Demo", verifyCodeLength: 6, publicKey: await publicKeyOf(rig), cdnBase: "http://localhost/api/v2/cdn", allowedOrigins: [], now: rig.ports.clock.now(), loginTabs: { list: ["password", "phone-code"], default: "password" } } });
    expect(await guard("/api/v2/applications/demo/components-public-config/guard")).toMatchObject({ body: { code: 200, data: {} } });
    expect(await guard("/api/v2/applications/nowhere/public-config")).toMatchObject({ status: 200, body: { code: 404 } });
  });

  it("the address it is reached by behind a proxy of ours that ends TLS, and by anybody else's word as it was called (S-34)", async () => {
    const ask = async (ip: string) => {
      const answer = await rig.app.fetch(new Request("http://guard.example/api/v2/applications/demo/public-config", { headers: { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" } }), { ip });
      return ((await answer.json()) as { data: object }).data;
    };
    expect(await ask("10.0.0.1")).toMatchObject({ cdnBase: "https://guard.example/api/v2/cdn", requestHostname: "guard.example" });
    expect(await ask("198.51.100.1")).toMatchObject({ cdnBase: "http://guard.example/api/v2/cdn" });
  });

  it("of the pages that are let in only the one that asks", async () => {
    const listed = async (origin: string) => ((await guard("/api/v2/applications/demo/public-config", undefined, "demo", { origin })).body["data"] as { allowedOrigins: string[] }).allowedOrigins;
    expect(await listed("http://localhost:5173")).toEqual(["http://localhost:5173"]);
    expect(await listed("https://evil.example")).toEqual([]);
  });

  it("a drawing to take icons from", async () => {
    const response = await rig.app.fetch(new Request("http://localhost/api/v2/cdn/svg-string/guard?v=1"));
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("<svg")]);
  });

  const preflight = { "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type,x-authing-app-id,x-authing-lang,x-authing-request-from,x-authing-sdk-version,x-authing-device-id" };
  const ask = (origin: string) => rig.app.fetch(new Request("http://localhost/api/v2/login/account", { method: "OPTIONS", headers: { origin, ...preflight } }));

  it("a page that is listed may send all that Guard sends, with credentials", async () => {
    const { status, headers: allowed } = await ask("http://localhost:5173");
    expect([status, allowed.get("access-control-allow-origin"), allowed.get("access-control-allow-credentials")]).toEqual([204, "http://localhost:5173", "true"]);
    expect((allowed.get("access-control-allow-headers") ?? "").split(", ")).toEqual(expect.arrayContaining(preflight["access-control-request-headers"].split(",")));
  });

  it("a page that is not listed may nothing", async () => {
    const { status, headers: allowed } = await ask("http://evil.example");
    expect([status, allowed.get("access-control-allow-origin"), allowed.get("access-control-allow-credentials")]).toEqual([403, null, null]);
  });
});

describe("a login", () => {
  it("ends the flow where nothing more is asked", async () => {
    expect(await login("email-user", "demo-open")).toMatchObject(ended("email-user"));
  });

  it.each(["13800138000", "+86 138 0013 8000"])("by a phone in the one field for all kinds of account: %s", async (phone) => {
    expect(await login(phone, "demo-open")).toMatchObject(ended("phone-user"));
  });

  it("by a username that looks like a phone is that user's", async () => {
    await rig.db.updateTable("account").set({ username: "13800138000" }).where("id", "=", "demo-email-user").execute();
    expect(await login("13800138000", "demo-open")).toMatchObject({ body: { data: { user: { id: "demo-email-user" } } } });
    await rig.db.updateTable("account").set({ username: "email-user" }).where("id", "=", "demo-email-user").execute();
    expect(await login("13800138009", "demo-open")).toMatchObject({ body: { code: 2333 } });
    expect(await login("4711", "demo-open")).toMatchObject({ body: { code: 2333 } });
  });

  it("that is wrong is a message", async () => {
    expect(await login("email-user", "demo", "wrong")).toMatchObject({ body: { code: 2333, statusCode: 400, apiCode: 2333, message: "The account or the password is wrong." } });
  });

  it.each(["rest", "flow"])("goes on with a code by e-mail, by %s", async (transport) => {
    const mfaToken = await tokenOf("email-user");
    expect(await guard("/api/v2/email/send", { email: "email-user@example.com", scene: "MFA_VERIFY_CODE" })).toMatchObject({ body: { code: 200, statusCode: 200 } });
    const verify = (code: string) => (transport === "flow" ? flow("verify-email", { mfaToken, email: "email-user@example.com", code }) : guard("/api/v2/applications/mfa/email/verify", { email: "email-user@example.com", code }, "demo", { authorization: `Bearer ${mfaToken}` }));
    expect(await verify(otherThan(mailedCode(rig)))).toMatchObject({ body: { code: 2001, statusCode: 400, data: { remainCount: 5 } } });
    expect(await verify(mailedCode(rig))).toMatchObject(ended("email-user"));
    expect(await verify(mailedCode(rig))).toMatchObject({ body: { code: 2021, statusCode: 401 } });
  });

  it("by a recovery code shows the new one first, and ends when that was noted", async () => {
    const mfaToken = await tokenOf("totp-user", "demo-totp");
    const recovered = await flow("recovery-totp", { recoveryCode: DEMO_RECOVERY_CODE }, mfaToken, "demo-totp");
    expect(recovered.body).toMatchObject({ code: 200, statusCode: 200, data: { recoveryCode: expect.stringMatching(/^[0-9A-Z-]{29}$/) } });
    expect(JSON.stringify(recovered.body)).not.toContain("gs_");
    rig.advance(300_000);
    expect(await flow("confirm-totp-recovery-code", {}, mfaToken, "demo-totp")).toMatchObject(ended("totp-user"));
    expect(await flow("confirm-totp-recovery-code", {}, mfaToken, "demo-totp")).toMatchObject({ body: { code: 2021 } });
  });

  it("by an authenticator app", async () => {
    const mfaToken = await tokenOf("totp-user", "demo-totp");
    expect(await flow("verify-totp", { mfaToken, totp: await appCode(rig, "totp-user") }, mfaToken, "demo-totp")).toMatchObject(ended("totp-user"));
  });

  it("binds an authenticator app by the flow's handle alone, and ends when the recovery code was noted", async () => {
    const mfaToken = await tokenOf("new-user");
    const { body } = await guard("/api/v2/mfa/totp/associate", { source: "APPLICATION" }, "demo", { authorization: mfaToken });
    const { URI } = await import("otpauth");
    const totp = URI.parse((body["data"] as { qrcode_uri: string }).qrcode_uri).generate({ timestamp: rig.ports.clock.now() });
    expect(await flow("confirm-totp-recovery-code", {}, mfaToken)).toMatchObject({ body: { code: 2021 } });
    expect(await flow("verify-totp-first-time", { totp: otherThan(totp) }, mfaToken)).toMatchObject({ body: { code: 6001 } });
    const bound = await flow("verify-totp-first-time", { totp }, mfaToken);
    expect(bound.body).toMatchObject({ statusCode: 200, data: null });
    expect(await flow("confirm-totp-recovery-code", {}, mfaToken)).toMatchObject(ended("new-user"));
  });

  it("by what this server does not do is told so", async () => {
    expect(await flow("passkey-verify", {}, await tokenOf("email-user"))).toMatchObject({ body: { code: 501, statusCode: 400 } });
    expect(await flow("verify-totp", { totp: "123456" })).toMatchObject({ body: { code: 2020 } });
  });
});
