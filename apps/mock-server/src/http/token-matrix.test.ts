import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BASE_PATH, endpoints, hostEndpoints } from "@guard/contract";
import type { Auth, Operation } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, send, sessionOf } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { openTab } from "../testing/tab.ts";
import { mountOperations } from "./routes.ts";
import type { GuardHono } from "./routes.ts";

// S-23, generated from the contract's table: every route against every kind of token, as a bearer and in the cookie.

const operations = Object.keys(endpoints) as Operation[];
const authOf = (operation: Operation): Auth => endpoints[operation].auth;

const address = { target: "a@example.com" };
const code = { code: "123456" };
const image = {};
/** A well-formed input for each, so that it is the token that decides. A new operation does not compile without one. */
const samples: Readonly<Record<Operation, object>> = {
  settings: { app: "demo" },
  signIn: { app: "demo", identifier: "email-user", password: "wrong" },
  requestSignInCode: { app: "demo", identifier: "email-user@example.com" },
  verifySignInCode: { app: "demo", identifier: "email-user@example.com", ...code },
  resume: {},
  sendCode: { factor: "email", trigger: "auto" },
  checkBindable: { factor: "email", ...address },
  bind: { factor: "email", ...address },
  verifyCode: { factor: "email", ...code },
  startTotp: {},
  confirmTotp: code,
  verifyRecoveryCode: { code: "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA" },
  verifyFace: image,
  enrolFace: image,
  session: {},
  signOut: {},
  listFactors: {},
  unbindFactor: { id: "1" },
  stepUp: { factor: "email", ...code },
  sendStepUpCode: { factor: "email", trigger: "auto" },
  stepUpFace: image,
  bindEmail: address,
  confirmEmail: code,
  bindPhone: { target: "+8613800138009" },
  confirmPhone: code,
  enrolTotp: {},
  confirmAccountTotp: code,
  enrolAccountFace: image,
  renewRecoveryCode: {},
  listDevices: {},
  revokeDevice: { id: "1" },
};

interface Tokens {
  readonly challenge: string;
  readonly session: string;
  readonly device: string;
}

let rig: Rig;
let tokens: Tokens;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  const first = await challengeOf(rig, "demo", "email-user");
  await send(rig, first.token);
  const done = await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token: first.token });
  tokens = { session: sessionOf(done).token, device: String(done.body["deviceToken"]), challenge: (await challengeOf(rig, "demo", "email-user")).token };
});

const kinds = ["challenge", "session", "device"] as const;
const call = (operation: Operation, token?: string) => rig.call(operation, samples[operation], token === undefined ? {} : { token });
/** What a call is told whose token opens nothing. */
const REFUSED = ["unauthorized", "challenge_expired"];

describe("which routes there are", () => {
  it("those that need no token are these, and no others", () => {
    expect(operations.filter((operation) => authOf(operation) === "none")).toEqual(["settings", "signIn", "requestSignInCode", "verifySignInCode"]);
  });

  it("each says whose token it takes, by its path", () => {
    const expected = (path: string): Auth => (path.startsWith("/challenge") ? "challenge" : /^\/(session|account)(\/|$)/.test(path) ? "session" : "none");
    for (const operation of operations) expect({ operation, auth: authOf(operation) }).toEqual({ operation, auth: expected(endpoints[operation].path) });
  });

  it("the router has the table's and no others", () => {
    const hono: GuardHono = new Hono();
    mountOperations(hono, rig.domain);
    const mounted = hono.routes.map(({ method, path }) => `${method} ${path}`);
    expect(mounted).toEqual(operations.map((operation) => `${endpoints[operation].method} ${BASE_PATH}${endpoints[operation].path}`));
  });

  it("beside the table only Authing's clients, a host's backend, health and development have routes, each in a file of its own", () => {
    const source = join(import.meta.dirname, "..");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const mounting = files.filter((file) => /\bhono\.(on|get|post|put|patch|delete|all|route|use|mount)\(/.test(readFileSync(join(source, file), "utf8")));
    expect(mounting.toSorted((a, b) => a.localeCompare(b))).toEqual(["http/authing.ts", "http/development.ts", "http/health.ts", "http/host-routes.ts", "http/routes.ts"]);
    expect(Object.keys(hostEndpoints)).toEqual(["verifySession"]);
  });
});

describe.each(operations.filter((operation) => authOf(operation) !== "none"))("%s (S-23)", (operation) => {
  const auth = authOf(operation) as "challenge" | "session";

  it.each(kinds.filter((kind) => kind !== auth))("refuses a live %s token", async (kind) => {
    expect(await call(operation, tokens[kind])).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  });

  it("refuses none, a bare one, an unknown one and another kind's under its own prefix", async () => {
    expect(await call(operation)).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(await call(operation, tokens[auth].slice(3))).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    const prefix = tokens[auth].slice(0, 3);
    for (const forged of [`${prefix}${"A".repeat(43)}`, ...kinds.filter((kind) => kind !== auth).map((kind) => prefix + tokens[kind].slice(3))]) {
      const { status, body } = await call(operation, forged);
      // What the server does not do, and a picture that is none, are refused before the token is looked up: nothing is opened either.
      expect({ forged, refused: status === 501 || status === 415 || REFUSED.includes(String(body["code"])) }).toEqual({ forged, refused: true });
    }
  });

  it("is opened by its own", async () => {
    const { body } = await call(operation, tokens[auth]);
    expect(REFUSED).not.toContain(body["code"]);
  });

  it("takes no token in the cookie but its own", async () => {
    for (const kind of kinds) {
      const { body } = await openTab(rig, `guard-dev=${tokens[kind]}`).call(operation, samples[operation]);
      expect({ kind, refused: REFUSED.includes(String(body["code"])) }).toEqual({ kind, refused: kind !== auth });
    }
    expect(await openTab(rig, `guard-dev-device=${tokens[auth]}`).call(operation, samples[operation])).toMatchObject({ status: 401 });
  });
});

it.each(operations.filter((operation) => authOf(operation) === "none"))("%s answers the same with a token and without", async (operation) => {
  const alone = await call(operation);
  for (const kind of kinds) {
    rig.advance(86_400_000);
    expect((await call(operation, tokens[kind])).status).toBe(alone.status);
  }
});
