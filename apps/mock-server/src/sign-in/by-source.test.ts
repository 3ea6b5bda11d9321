import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { mailedCode, send, sessionOf, verify } from "../testing/login.ts";
import { createRig, readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"), { dev: {} });
});

async function enter(source: string, identifier = "email-user", app = "demo-email"): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return readAnswer(await rig.app.fetch(new Request("http://localhost/dev/identity-source", { method: "POST", headers, body: JSON.stringify({ app, source, identifier }) }), { ip: "203.0.113.7" }));
}

const nameSources = (...sources: string[]) => rig.db.updateTable("globalPolicy").set({ identitySources: JSON.stringify(sources) }).execute();
const challengeToken = ({ body }: Answer) => (body as { challenge: { token: string } }).challenge.token;

describe("signing in by a third party's word (R2, R3)", () => {
  it("asks for nothing more, whatever factors the application has", async () => {
    expect(sessionOf(await enter("social"))).toMatchObject({ app: "demo-email", amr: ["fed"], user: { username: "email-user" } });
  });

  it("asks for a second factor where the global policy names the party, and nobody else's", async () => {
    await nameSources("directory");
    expect((await enter("directory")).body).toMatchObject({ status: "challenge", challenge: { need: "verify", factor: "email" } });
    expect((await enter("social")).body).toMatchObject({ status: "done" });
  });

  it.each([["demo-email", "challenge"], ["demo-global", "challenge"], ["demo-open", "done"]])("in %s it ends with %s: the party is named globally, the factors are the application's", async (app, status) => {
    await nameSources("directory");
    expect((await enter("directory", "email-user", app)).body).toMatchObject({ status });
  });

  it("finishes with the factor, and no session claims a password", async () => {
    await nameSources("directory");
    const token = challengeToken(await enter("directory"));
    await send(rig, token);
    const code = mailedCode(rig);
    const lost = sessionOf(await verify(rig, token, code, { key: "k1" }));
    expect(lost.amr).toEqual(["fed", "otp", "mfa"]);
    expect(sessionOf(await verify(rig, token, code, { key: "k1" })).amr).toEqual(lost.amr);
  });

  it("finishes when the party is struck off meanwhile (S-53)", async () => {
    await nameSources("directory");
    const token = challengeToken(await enter("directory"));
    await send(rig, token);
    await nameSources();
    sessionOf(await verify(rig, token, mailedCode(rig)));
  });

  it("binds like a password login where nothing is bound (R8), and bypasses like one (R4)", async () => {
    await nameSources("directory");
    expect((await enter("directory", "new-user")).body).toMatchObject({ challenge: { need: "bind" } });
    expect((await enter("directory", "bypassed-user")).body).toMatchObject({ status: "done" });
  });

  it("is held up by the lock of R11 only where a second factor is asked (R11a)", async () => {
    expect((await enter("social", "locked-user")).status).toBe(200);
    await nameSources("directory");
    expect(await enter("directory", "locked-user")).toMatchObject({ status: 423, body: { code: "locked" } });
  });

  it("lets a closed account as far as its recovery code where a second factor is asked (R11b)", async () => {
    await nameSources("directory");
    await rig.db.updateTable("account").set({ closedAt: 1 }).execute();
    expect((await enter("directory", "totp-user", "demo-totp")).body).toMatchObject({ challenge: { factors: [{ factor: "recovery" }] } });
    expect((await enter("directory", "email-user")).body).toMatchObject({ code: "closed" });
  });

  it.each([["nowhere", "email-user", 404], ["social", "nobody", 401], ["social", "phone-user@example.com", 401]])("%s naming %s is answered %d", async (source, identifier, status) => {
    expect((await enter(source, identifier)).status).toBe(status);
  });

  it("an address that somebody claims and never proved opens nothing", async () => {
    await rig.db.updateTable("account").set({ emailVerified: 0 }).where("id", "=", "demo-email-user").execute();
    expect((await enter("social", "email-user@example.com")).status).toBe(401);
    expect((await enter("social", "email-user")).status).toBe(200);
  });

  it("stands in the audit", async () => {
    await nameSources("directory");
    for (const [source, identifier] of [["social", "email-user"], ["directory", "email-user"], ["directory", "bypassed-user"], ["social", "nobody"]] as const) {
      rig.advance(1);
      await enter(source, identifier);
    }
    const rows = await rig.db.selectFrom("audit").select(["event", "result", "reason"]).orderBy("at").execute();
    expect(rows.map((row) => Object.values(row).filter((value) => value !== null).join(" "))).toEqual([
      "sign_in success", "sign_in challenged", "sign_in success mfa_bypassed", "sign_in failure invalid_credentials",
    ]);
  });
});

it("the route takes what it says and nothing else", async () => {
  for (const body of ["{}", "[]", '{"app":"demo","source":"social","identifier":"x","more":1}']) {
    const answer = await rig.app.fetch(new Request("http://localhost/dev/identity-source", { method: "POST", headers: { "content-type": "application/json" }, body }));
    expect(answer.status).toBe(422);
  }
});
