import { BASE_PATH, endpoints, ErrorCode, Problem, RetryCode, toGuardError } from "@guard/contract";
import type { Auth, GuardError, Operation } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { ann, show } from "../testing/faces.ts";
import { challengeOf, mailedCode, send, signIn, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { handlers } from "./handlers.ts";
import { problem } from "./problem.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const operations = Object.keys(endpoints) as Operation[];
const authOf = (operation: Operation): Auth => endpoints[operation].auth;

describe("every refusal (S-40)", () => {
  const now = 1_000_000;
  const sample = (code: ErrorCode): GuardError => {
    if (code === "locked") return { code, lockedUntil: now + 1_500 };
    if (code === "resend_too_soon") return { code, resendAt: now + 1_500 };
    if (code === "code_invalid") return { code, attemptsLeft: 3 };
    return v.is(RetryCode, code) ? { code, retryAt: now + 1_500 } : { code };
  };

  it.each(ErrorCode.options)("%s is problem+json with its code, the clock and the times its view needs", async (code) => {
    const response = problem(sample(code), now);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const body: unknown = await response.json();
    expect(toGuardError(v.parse(Problem, body))).toMatchObject(sample(code));
    expect(body).toMatchObject({ status: response.status, now });
    const waits = [423, 429, 503].includes(response.status);
    expect(response.headers.get("retry-after")).toBe(waits ? "2" : null);
  });
});

it.each(ErrorCode.options.filter((code) => v.is(RetryCode, code)))("%s without a time says a second (S-40)", (code) => {
  expect(problem({ code } as GuardError, 1000).headers.get("retry-after")).toBe("1");
});

describe("the routes come from the contract's table", () => {
  it("one for each operation, none of them unhandled", () => {
    expect(Object.keys(handlers).toSorted((a, b) => a.localeCompare(b))).toEqual(operations.toSorted((a, b) => a.localeCompare(b)));
  });

  it.each(operations)("%s has a route", async (operation) => {
    const answer = await rig.call(operation, {}, authOf(operation) === "none" ? {} : { token: `${authOf(operation) === "challenge" ? "gc_" : "gs_"}x` });
    expect(answer.status).not.toBe(404);
    expect(answer.status).not.toBe(405);
  });

  it("nothing else under the base path answers", async () => {
    for (const path of ["", "/", "/challenge/verify/x", "/admin/users", "/sign-in/"]) {
      const response = await rig.app.fetch(new Request(`http://localhost${BASE_PATH}${path}`));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: "not_found" });
    }
  });

  it("what nobody plugged a provider in for says not_supported", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    const session = await signInFully(rig);
    for (const operation of ["verifyFace", "enrolFace"] as const) expect(await show(rig, operation, ann(), { token })).toMatchObject({ status: 501, body: { code: "not_supported" } });
    for (const operation of ["stepUpFace", "enrolAccountFace"] as const) expect(await show(rig, operation, ann(), { token: session.token })).toMatchObject({ status: 501, body: { code: "not_supported" } });
  });
});

describe("every answer", () => {
  it("fits the contract's schema for it and carries the server's clock", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    const answers: [Operation, unknown][] = [
      ["settings", (await rig.call("settings", { app: "demo" })).body],
      ["signIn", (await signIn(rig, "demo-email", "email-user")).body],
      ["resume", (await rig.call("resume", {}, { token })).body],
      ["sendCode", (await send(rig, token)).body],
      ["checkBindable", (await rig.call("checkBindable", { factor: "email", target: "a@example.com" }, { token })).body],
    ];
    const done = await verify(rig, token, mailedCode(rig));
    const session = (done.body as { session: { token: string } }).session.token;
    answers.push(["verifyCode", done.body]);
    answers.push(["session", (await rig.call("session", {}, { token: session })).body]);
    answers.push(["signOut", (await rig.call("signOut", {}, { token: session })).body]);
    const binding = (await challengeOf(rig, "demo-email", "new-user")).token;
    answers.push(["bind", (await rig.call("bind", { factor: "email", target: "a@example.com" }, { token: binding })).body]);
    for (const [operation, body] of answers) {
      expect({ operation, body: v.parse(endpoints[operation].response, body) }).toEqual({ operation, body });
      expect({ operation, body }).toMatchObject({ body: { now: rig.ports.clock.now() } });
    }
  });

  it("may be stored by nobody and sniffed by no browser", async () => {
    const { headers } = await rig.call("settings", { app: "demo" });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("vary")).toContain("Origin");
  });
});

describe("settings", () => {
  it("name the application and promise only the factors this server can run", async () => {
    expect((await rig.call("settings", { app: "demo" })).body).toMatchObject({ app: "demo", name: "Guard Demo", factors: ["email", "sms", "totp"], codeLength: 6, resendSeconds: 60, signInMethods: ["password", "code"] });
    expect((await rig.call("settings", { app: "demo-email" })).body).toMatchObject({ factors: ["email"], signInMethods: ["password"] });
    expect((await rig.call("settings", { app: "demo-open" })).body).toMatchObject({ factors: [] });
  });

  it("of an unknown application are not found", async () => {
    expect(await rig.call("settings", { app: "nowhere" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  });
});

describe("a session", () => {
  it("says who it is until it is signed out", async () => {
    const session = await signInFully(rig);
    expect((await rig.call("session", {}, { token: session.token })).body).toEqual({ session, now: rig.ports.clock.now() });
    expect(await rig.call("signOut", {}, { token: session.token })).toMatchObject({ status: 200 });
    expect(await rig.call("session", {}, { token: session.token })).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(await rig.call("signOut", {}, { token: session.token })).toMatchObject({ status: 401 });
  });

  it("is signed out once and acknowledged again when the answer was lost (R12a)", async () => {
    const { token } = await signInFully(rig);
    for (let turn = 0; turn < 2; turn += 1) expect(await rig.call("signOut", {}, { token, key: "k1" })).toMatchObject({ status: 200 });
  });

  it.each([[12 * 3_600_000 - 1, 200], [12 * 3_600_000, 401]])("%d ms after the login is answered %d", async (ms, status) => {
    const { token } = await signInFully(rig);
    rig.advance(ms);
    expect((await rig.call("session", {}, { token })).status).toBe(status);
  });
});
