import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  token = (await challengeOf(rig, "demo-email", "new-user")).token;
});

const bind = (target: string, challenge = token) => rig.call("bind", { factor: "email", target }, { token: challenge });
const bindings = () => rig.db.selectFrom("binding").select(["factor", "scope", "target"]).where("accountId", "=", "demo-new-user").execute();

describe("binding in a login when nothing is bound (R8)", () => {
  it("asks for it, and for the factors that can be bound", async () => {
    expect(await challengeOf(rig, "demo-email", "new-user")).toMatchObject({ need: "bind", factor: "email", factors: [{ factor: "email", bound: false }] });
  });

  it("refuses a wrong syntax in place", async () => {
    expect(await bind("jane@example")).toMatchObject({ status: 422, body: { code: "target_invalid" } });
  });

  it("takes the address, shows it masked and sends nothing", async () => {
    expect(await bind("Jane@Example.com")).toMatchObject({ status: 200, body: { factor: "email", target: "j•••@e•••.com" } });
    expect(rig.mails).toHaveLength(0);
    expect(await bindings()).toEqual([]);
  });

  it("sends to nobody and judges nothing before there is an address", async () => {
    expect(await send(rig, token)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await verify(rig, token, "123456")).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("binds with the right code and completes the login", async () => {
    await bind("jane@example.com");
    await send(rig, token, "user");
    expect(rig.mails[0]?.to).toBe("jane@example.com");
    expect(sessionOf(await verify(rig, token, mailedCode(rig))).amr).toContain("mfa");
    expect(await bindings()).toEqual([{ factor: "email", scope: "demo-email", target: "jane@example.com" }]);
  });

  it("binds nothing with a wrong code, which counts", async () => {
    await bind("jane@example.com");
    await send(rig, token, "user");
    expect((await verify(rig, token, otherThan(mailedCode(rig)))).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
    expect(await bindings()).toEqual([]);
  });

  it("lets the address be changed; the code of the older one is worth nothing then", async () => {
    await bind("jane@example.com");
    await send(rig, token, "user");
    const older = mailedCode(rig);
    await bind("joan@example.com");
    expect((await verify(rig, token, older)).body).toMatchObject({ code: "code_invalid" });
    expect((await send(rig, token, "user")).status).toBe(200);
    await verify(rig, token, mailedCode(rig));
    expect(await bindings()).toMatchObject([{ target: "joan@example.com" }]);
  });

  it("keeps the binding where it was made: under the global rules in the global scope (R16a)", async () => {
    token = (await challengeOf(rig, "demo-global", "new-user")).token;
    await bind("jane@example.com");
    await send(rig, token, "user");
    await verify(rig, token, mailedCode(rig));
    expect(await bindings()).toMatchObject([{ scope: "global" }]);
  });

  it("shows a resumed login what was sent and where", async () => {
    await bind("jane@example.com");
    await send(rig, token, "user");
    expect((await rig.call("resume", {}, { token })).body).toMatchObject({ need: "bind", factors: [{ bound: false, sentTo: "j•••@e•••.com" }] });
  });
});

describe("nobody binds over what is bound (S-26)", () => {
  it("not in a challenge that verifies", async () => {
    const { token: verifying } = await challengeOf(rig, "demo-email", "email-user");
    expect(await bind("evil@example.com", verifying)).toMatchObject({ status: 403, body: { code: "bind_not_allowed" } });
  });

  it("not in a second login that began before the first one bound", async () => {
    const { token: second } = await challengeOf(rig, "demo-email", "new-user");
    for (const [challenge, target] of [[token, "jane@example.com"], [second, "evil@example.com"]] as const) {
      await bind(target, challenge);
      await send(rig, challenge, "user");
    }
    const [owner, thief] = rig.mails.map(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? "");
    sessionOf(await verify(rig, token, owner ?? ""));
    expect((await verify(rig, second, thief ?? "")).status).toBeGreaterThanOrEqual(400);
    expect((await bind("evil@example.com", second)).body).toMatchObject({ code: "bind_not_allowed" });
    expect(await bindings()).toMatchObject([{ target: "jane@example.com" }]);
  });

  it("not by racing: of two right codes at once one binds", async () => {
    const { token: second } = await challengeOf(rig, "demo-email", "new-user");
    await bind("jane@example.com");
    await bind("joan@example.com", second);
    await send(rig, token, "user");
    await send(rig, second, "user");
    const codes = rig.mails.map(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? "");
    const answers = await Promise.all([verify(rig, token, codes[0] ?? ""), verify(rig, second, codes[1] ?? "")]);
    expect(answers.map(({ body }) => body["code"] ?? body["status"])).toEqual(["done", "bind_not_allowed"]);
    expect(await bindings()).toHaveLength(1);
  });
});

describe("whether an address can be bound", () => {
  it("depends on its syntax and the caller's own account only (D7)", async () => {
    const check = async (target: string, challenge = token) => (await rig.call("checkBindable", { factor: "email", target }, { token: challenge })).body["bindable"];
    const { token: verifying } = await challengeOf(rig, "demo-email", "email-user");
    expect([await check("jane@example.com"), await check("email-user@example.com"), await check("jane"), await check("jane@example.com", verifying)]).toEqual([true, true, false, false]);
  });

  it("is not said to a challenge that is over", async () => {
    rig.advance(901_000);
    expect(await rig.call("checkBindable", { factor: "email", target: "jane@example.com" }, { token })).toMatchObject({ status: 401 });
  });
});
