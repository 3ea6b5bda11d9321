import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const HOUR = 3_600_000;

describe("who may sign in (R1)", () => {
  it.each(["email-user", "EMAIL-USER", "email-user@example.com", " Email-User@Example.com "])("finds the account by %s", async (identifier) => {
    expect((await signIn(rig, "demo-open", identifier)).body).toMatchObject({ status: "done", session: { user: { username: "email-user" } } });
  });

  it("finds the account by phone, however it is written", async () => {
    expect((await signIn(rig, "demo-open", "+86 138-0013-8000")).body).toMatchObject({ session: { user: { username: "phone-user" } } });
  });

  it("says the same whichever of the pair was wrong", async () => {
    const wrongPassword = await signIn(rig, "demo", "email-user", "wrong");
    const unknownUser = await signIn(rig, "demo", "nobody", "wrong");
    expect(wrongPassword).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(unknownUser.body).toEqual(wrongPassword.body);
    expect([...unknownUser.headers]).toEqual([...wrongPassword.headers]);
  });

  it("knows no application it was not told of", async () => {
    expect(await signIn(rig, "nowhere", "email-user")).toMatchObject({ status: 404, body: { code: "not_found" } });
  });
});

describe("the password is verified exactly once, whoever it is (S-35)", () => {
  const close = () => rig.db.updateTable("account").set({ closedAt: 1 }).where("username", "=", "email-user").execute();
  const forgetPassword = () => rig.db.updateTable("account").set({ password: null }).where("username", "=", "email-user").execute();
  const nothing = () => Promise.resolve();

  it.each([
    ["an unknown user", "nobody", "wrong", nothing],
    ["an unknown e-mail", "nobody@example.com", "wrong", nothing],
    ["a known user with a wrong password", "email-user", "wrong", nothing],
    ["a known user with the right password", "email-user", DEMO_PASSWORD, nothing],
    ["a bypassed user", "bypassed-user", DEMO_PASSWORD, nothing],
    ["a locked user with the right password", "locked-user", DEMO_PASSWORD, nothing],
    ["a locked user with a wrong password", "locked-user", "wrong", nothing],
    ["a closed user with a wrong password", "email-user", "wrong", close],
    ["a user without a password", "email-user", DEMO_PASSWORD, forgetPassword],
  ])("for %s", async (_who, identifier, password, prepare) => {
    await prepare();
    await signIn(rig, "demo", identifier, password);
    expect(rig.verified).toHaveLength(1);
  });

  it("against a decoy that is hashed once, with the current parameters", async () => {
    for (const identifier of ["nobody", "somebody", "email-user"]) await signIn(rig, "demo", identifier, "wrong");
    expect(rig.hashed).toHaveLength(1);
    expect(rig.verified[0]).toBe(rig.verified[1]);
  });

  it("and lets nobody in without a password of their own", async () => {
    await forgetPassword();
    expect((await signIn(rig, "demo-open", "email-user")).body).toMatchObject({ code: "invalid_credentials" });
  });
});

it("replaces a hash made with weaker parameters after a right password, and only then (S-37)", async () => {
  const old = async () => (await rig.db.selectFrom("account").select("password").where("username", "=", "email-user").executeTakeFirstOrThrow()).password;
  await rig.db.updateTable("account").set({ password: (await old())?.replace("$test$", "$old$") ?? null }).where("username", "=", "email-user").execute();
  await signIn(rig, "demo", "email-user", "wrong");
  expect(await old()).toMatch(/^\$old\$/);
  await signIn(rig, "demo", "email-user");
  expect(await old()).toMatch(/^\$test\$/);
  expect((await signIn(rig, "demo-open", "email-user")).body).toMatchObject({ status: "done" });
});

it("refuses a password of more than 1024 characters without hashing it (S-37)", async () => {
  expect(await signIn(rig, "demo", "email-user", "x".repeat(1025))).toMatchObject({ status: 422, body: { code: "validation_failed" } });
  expect(rig.verified).toHaveLength(0);
});

describe("when a second factor is asked (R2-R4)", () => {
  it.each([
    ["the application enables none", "demo-open", "email-user"],
    ["the user's MFA is disabled", "demo", "bypassed-user"],
  ])("not when %s", async (_why, app, identifier) => {
    const session = sessionOf(await signIn(rig, app, identifier));
    expect(session.amr).toEqual(["pwd"]);
    expect(rig.mails).toHaveLength(0);
  });

  it.each([
    ["the application's own rules ask", "demo-email"],
    ["the global rules ask and the application follows them", "demo-global"],
  ])("when %s", async (_why, app) => {
    expect(await challengeOf(rig, app, "email-user")).toMatchObject({ need: "verify", factor: "email" });
  });

  it("again at the next login when the bypass is switched off, and a pending challenge is untouched by the switch (R4)", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    const bypass = (mfaDisabled: 0 | 1) => rig.db.updateTable("account").set({ mfaDisabled }).where("username", "=", "email-user").execute();
    await bypass(1);
    expect(await rig.call("resume", {}, { token })).toMatchObject({ status: 200, body: { need: "verify" } });
    sessionOf(await signIn(rig, "demo-email", "email-user"));
    await bypass(0);
    await challengeOf(rig, "demo-email", "email-user");
  });

  it("and lets a pending challenge finish when the policy is switched off meanwhile (S-53)", async () => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await rig.db.updateTable("application").set({ factors: "[]" }).where("id", "=", "demo-email").execute();
    sessionOf(await verify(rig, token, mailedCode(rig)));
  });

  it.each(["demo", "demo-totp", "demo-email"])("is unavailable in %s to somebody whose factor this server can't run, and never turns into a bind", async (app) => {
    await rig.db.insertInto("binding").values({ id: "f", accountId: "demo-new-user", factor: "face", scope: "elsewhere", target: null, secret: null, boundAt: 0 }).execute();
    expect(await signIn(rig, app, "new-user")).toMatchObject({ status: 409, body: { code: "factor_unavailable" } });
  });
});

describe("during the lock (R11a, S-05)", () => {
  it("the right password hears of it and a wrong one does not", async () => {
    const right = await signIn(rig, "demo", "locked-user");
    expect(right).toMatchObject({ status: 423, body: { code: "locked" } });
    expect(right.body["lockedUntil"]).toBe(rig.ports.clock.now() + HOUR);
    expect(right.headers.get("retry-after")).toBe("3600");
    expect(await signIn(rig, "demo", "locked-user", "wrong")).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
  });

  it.each([[HOUR - 1000, 423], [HOUR + 1000, 200]])("%d ms after its start the right password gets %d", async (ms, status) => {
    rig.advance(ms);
    expect((await signIn(rig, "demo-email", "locked-user")).status).toBe(status);
  });

  it("no application lets the account in, not even one without a factor", async () => {
    expect((await signIn(rig, "demo-open", "locked-user")).status).toBe(423);
  });
});

it("tells a closed account after the right password only (R11b)", async () => {
  await rig.db.updateTable("account").set({ closedAt: 1, total: 100 }).where("username", "=", "email-user").execute();
  expect(await signIn(rig, "demo", "email-user")).toMatchObject({ status: 403, body: { code: "closed" } });
  expect(await signIn(rig, "demo", "email-user", "wrong")).toMatchObject({ status: 401 });
});

it("ten wrong passwords and more never set the lock (R11a)", async () => {
  for (let turn = 0; turn < 12; turn += 1) await signIn(rig, "demo-email", "email-user", "wrong");
  rig.advance(30_000);
  await signInFully(rig);
});

describe("where a login leads (R5)", () => {
  const at = (redirectUri: string) => rig.call("signIn", { app: "demo-email", identifier: "email-user", password: DEMO_PASSWORD, redirectUri });

  it("is fixed at its start and answered at its end", async () => {
    const { body } = await at("http://localhost:5173/welcome?from=shop");
    const { token } = (body as { challenge: { token: string } }).challenge;
    await send(rig, token);
    expect((await verify(rig, token, mailedCode(rig))).body).toMatchObject({ redirectTo: "http://localhost:5173/welcome?from=shop" });
  });

  it("is nowhere for an address that is not listed", async () => {
    const { body } = await rig.call("signIn", { app: "demo-open", identifier: "email-user", password: DEMO_PASSWORD, redirectUri: "https://evil.example/welcome" });
    expect(body).toMatchObject({ status: "done" });
    expect(body).not.toHaveProperty("redirectTo");
  });

  it("is nowhere for an address that was unlisted while the login ran", async () => {
    const { token } = ((await at("http://localhost:5173/welcome")).body as { challenge: { token: string } }).challenge;
    await send(rig, token);
    await rig.db.updateTable("application").set({ redirectUris: "[]" }).where("id", "=", "demo-email").execute();
    expect((await verify(rig, token, mailedCode(rig))).body).not.toHaveProperty("redirectTo");
  });
});

it("does not accept a password that was changed while it was being verified", async () => {
  const changing = await createRig(new Sqlite(":memory:"), {
    ports: {
      hasher: {
        hash: (password) => Promise.resolve(password),
        verify: async () => {
          await changing.db.updateTable("account").set({ password: "another" }).execute();
          return true;
        },
        isOutdated: () => false,
      },
    },
  });
  expect((await signIn(changing, "demo-open", "email-user")).body).toMatchObject({ code: "invalid_credentials" });
});

it("counts a wrong code of one application in the next (R11)", async () => {
  const first = await challengeOf(rig, "demo-email", "email-user");
  const second = await challengeOf(rig, "demo-global", "email-user");
  await send(rig, first.token);
  const wrong = otherThan(mailedCode(rig));
  expect((await verify(rig, first.token, wrong)).body).toMatchObject({ attemptsLeft: 5 });
  expect((await verify(rig, second.token, wrong)).body).toMatchObject({ attemptsLeft: 4 });
});
