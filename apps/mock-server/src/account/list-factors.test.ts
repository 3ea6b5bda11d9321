import { Bindings } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { bareSession, STALE_MS, staleSession } from "../testing/centre.ts";
import { mailedCode, signInFully } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const list = async (token: string) => v.parse(Bindings, (await rig.call("listFactors", {}, { token })).body);

describe("the personal centre shows (R18)", () => {
  it("a login address, masked, which nobody can remove (R16a)", async () => {
    const { token } = await signInFully(rig, "demo");
    const shown = await list(token);
    expect(shown.bindings).toEqual([{ id: "login-email", factor: "email", target: "e•••@e•••.com", scope: "demo", removable: false }]);
    expect(JSON.stringify(shown)).not.toContain("email-user@");
    expect(await rig.call("unbindFactor", { id: "login-email" }, { token })).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  it("what is bound in this application's scope, and nothing of another's", async () => {
    const { token } = await signInFully(rig, "demo-email", "all-factors");
    await rig.call("bindEmail", { target: "mine@example.com" }, { token });
    await rig.call("confirmEmail", { code: mailedCode(rig) }, { token });
    const here = await list(token);
    expect(here.bindings.filter(({ removable }) => removable)).toEqual([{ id: expect.any(String), factor: "email", target: "m•••@e•••.com", scope: "demo-email", boundAt: rig.ports.clock.now(), removable: true }]);
    const elsewhere = await list((await signInFully(rig, "demo", "all-factors")).token);
    expect(elsewhere.bindings.filter(({ removable }) => removable)).toEqual([{ id: expect.any(String), factor: "totp", scope: "demo", boundAt: expect.any(Number), removable: true }]);
  });

  it("no address that was never verified", async () => {
    await rig.db.updateTable("account").set({ phone: "+8613800138005", phoneVerified: 0 }).where("id", "=", "demo-email-user").execute();
    expect((await list((await signInFully(rig, "demo")).token)).bindings).toHaveLength(1);
  });

  it("what can still be bound here", async () => {
    expect((await list((await signInFully(rig, "demo")).token)).bindable).toEqual(["sms", "totp"]);
    expect((await list((await signInFully(rig, "demo", "all-factors")).token)).bindable).toEqual([]);
    await rig.db.updateTable("application").set({ factors: '["email"]' }).where("id", "=", "demo-open").execute();
    await rig.db.updateTable("account").set({ mfaDisabled: 1 }).execute();
    expect((await list((await bareSession(rig)).token)).bindable).toEqual(["email"]);
  });

  it("how a step-up can be done, and until when the last one counts", async () => {
    const { token } = await signInFully(rig, "demo");
    const until = rig.ports.clock.now() + 300_000;
    expect(await list(token)).toMatchObject({ stepUpBy: ["email"], steppedUpUntil: until });
    rig.advance(STALE_MS);
    expect(await list(token)).toMatchObject({ steppedUpUntil: until });
    const bare = await list((await bareSession(rig)).token);
    expect(bare).toMatchObject({ stepUpBy: [] });
    expect(bare).not.toHaveProperty("steppedUpUntil");
  });

  it("when the recovery code was made, and never the code", async () => {
    const { token } = await staleSession(rig, "demo", "all-factors");
    expect((await list(token)).recoveryCodeAt).toBe(rig.ports.clock.now() - STALE_MS);
    expect(await list((await signInFully(rig, "demo")).token)).not.toHaveProperty("recoveryCodeAt");
  });
});

it("nobody without a session", async () => {
  const { token } = await signInFully(rig, "demo");
  await rig.call("signOut", {}, { token });
  expect(await rig.call("listFactors", {}, { token })).toMatchObject({ status: 401, body: { code: "unauthorized" } });
});
