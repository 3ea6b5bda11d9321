import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { askSignInCode, challengeOf, mailedCode, makeKnown, otherThan, send, sessionOf, signInFully, verifySignInCode } from "../../testing/login.ts";
import { createRig } from "../../testing/rig.ts";
import type { Rig } from "../../testing/rig.ts";

const DAY = 86_400_000;
const EMAIL = "email-user@example.com";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  await rig.db.updateTable("application").set({ numbers: "{}", officeRanges: "[]" }).execute();
});

/** Somebody who knows the address and has as many addresses of their own as they like. */
async function strangersAsk(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    expect((await askSignInCode(rig, EMAIL, { ip: `2001:db8:0:${turn.toString(16)}::1` })).status).toBe(200);
  }
}

describe("a stranger who knows an address (R2a, bypass 33)", () => {
  it("gets five codes a day sent to it from wherever, and hears no difference; the owner still gets theirs where they signed in before", async () => {
    await signInFully(rig);
    const before = rig.mails.length;
    await strangersAsk(40);
    expect(rig.mails.length - before).toBe(5);
    expect((await askSignInCode(rig, EMAIL)).status).toBe(200);
    expect(rig.mails.length - before).toBe(6);
    sessionOf(await verifySignInCode(rig, EMAIL, mailedCode(rig)));
  });

  it("neither replaces the owner's code nor uses up its tries", async () => {
    await makeKnown(rig, "email-user");
    await askSignInCode(rig, EMAIL);
    const code = mailedCode(rig);
    await strangersAsk(5);
    for (let turn = 0; turn < 6; turn += 1) await verifySignInCode(rig, EMAIL, otherThan(code), { ip: "2001:db8:0:1::1" });
    sessionOf(await verifySignInCode(rig, EMAIL, code));
  });

  it("makes nobody else wait: each network has a minute of its own", async () => {
    await strangersAsk(1);
    expect((await askSignInCode(rig, EMAIL)).status).toBe(200);
    expect((await askSignInCode(rig, EMAIL)).body).toMatchObject({ code: "resend_too_soon" });
  });

  it("never touches the password's way: its second factor waits for no stranger's code, and has a day of its own", async () => {
    await strangersAsk(40);
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    expect((await send(rig, token)).status).toBe(200);
  });

  it("can't try a code that somebody else asked for", async () => {
    await askSignInCode(rig, EMAIL);
    const code = mailedCode(rig);
    expect((await verifySignInCode(rig, EMAIL, code, { ip: "198.51.100.9" })).body).toMatchObject({ code: "challenge_expired" });
    sessionOf(await verifySignInCode(rig, EMAIL, code));
  });

  it("sees the same from its own network whether or not the account has been there", async () => {
    await makeKnown(rig, "email-user");
    for (const address of [EMAIL, "nobody-here@example.com"]) {
      const seen: unknown[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        seen.push((await askSignInCode(rig, address)).status);
        rig.advance(60_000);
      }
      expect(seen).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    }
  });
});

describe("the networks that an account has signed in from", () => {
  it("get ten codes a day, strangers' five among them", async () => {
    await makeKnown(rig, "email-user");
    await strangersAsk(5);
    for (let turn = 0; turn < 7; turn += 1) {
      expect((await askSignInCode(rig, EMAIL)).status).toBe(200);
      rig.advance(60_000);
    }
    expect(rig.mails).toHaveLength(10);
  });

  it("are forgotten after 90 days without a login", async () => {
    await makeKnown(rig, "email-user");
    rig.advance(90 * DAY);
    await strangersAsk(5);
    await askSignInCode(rig, EMAIL);
    expect(rig.mails).toHaveLength(5);
  });
});
