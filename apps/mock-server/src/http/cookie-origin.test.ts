import { BASE_PATH } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { signInFully } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";
import { openTab, OWN } from "../testing/tab.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

describe("which page made the browser send the cookie (S-42)", () => {
  it.each([
    ["our own, by its origin", { origin: "http://localhost" }, 200],
    ["our own, by the browser's word", { "sec-fetch-site": "same-origin" }, 200],
    ["a listed one", { origin: "http://localhost:5173" }, 200],
    ["nobody says", {}, 403],
    ["another of the same site", { "sec-fetch-site": "same-site" }, 403],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    ["one without a name", { origin: "null" }, 403],
  ])("%s", async (_who, headers, status) => {
    const tab = openTab(rig);
    await tab.signInFully();
    expect((await tab.call("signOut", {}, headers)).status).toBe(status);
  });

  it("is asked at the login too, before there is a cookie (login CSRF)", async () => {
    expect((await openTab(rig).call("signIn", { app: "demo-open", identifier: "email-user", password: DEMO_PASSWORD }, {})).status).toBe(403);
  });

  it("is asked whenever a cookie of ours comes along, whatever the call says about tokens", async () => {
    const tab = openTab(rig);
    await tab.signInFully();
    const bearer = (await signInFully(rig)).token;
    const answer = await rig.call("signOut", {}, { token: bearer, headers: { cookie: tab.cookie() ?? "" } });
    expect(answer.status).toBe(403);
    expect((await rig.call("signOut", {}, { token: bearer })).status).toBe(200);
  });

  it("and a cookie opens nothing for a call that did not ask for cookies, which is all a form can send", async () => {
    const tab = openTab(rig);
    await tab.signInFully();
    expect((await rig.call("session", {}, { headers: { ...OWN, cookie: tab.cookie() ?? "" } })).status).toBe(401);
  });
});

describe("another origin of the same site (S-43)", () => {
  const page = { origin: "http://localhost:5173" };
  const preflight = (origin: string, names: string) =>
    rig.app.fetch(new Request(`http://localhost${BASE_PATH}/session`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "DELETE", "access-control-request-headers": names } }));

  it("may use cookies when it is listed, and only for calls that ask for them", async () => {
    const asked = await preflight("http://localhost:5173", "content-type,guard-tokens");
    expect(asked.headers.get("access-control-allow-credentials")).toBe("true");
    expect((await openTab(rig).call("settings", { app: "demo" }, page)).headers.get("access-control-allow-credentials")).toBe("true");
    expect((await preflight("http://localhost:5173", "content-type")).headers.get("access-control-allow-credentials")).toBeNull();
    expect((await rig.call("settings", { app: "demo" }, { headers: page })).headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("is given nothing when it is not listed", async () => {
    const answer = await preflight("http://localhost:51730", "guard-tokens");
    expect(answer.status).toBe(403);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });
});
