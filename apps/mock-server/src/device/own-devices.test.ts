import { TrustedDevices } from "@guard/contract";
import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { DEMO_PASSWORD } from "../development/data.ts";
import { audited, STALE_MS } from "../testing/centre.ts";
import { challengeOf, mailedCode, send, sessionOf, signInFully } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

async function trust(userAgent: string, identifier = "email-user") {
  const { token } = await challengeOf(rig, "demo", identifier);
  await send(rig, token);
  const done = await rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token, headers: { "user-agent": userAgent } });
  return { session: sessionOf(done), deviceToken: String(done.body["deviceToken"]) };
}

const list = async (token: string) => v.parse(TrustedDevices, (await rig.call("listDevices", {}, { token })).body).devices;
const enter = (deviceToken: string) => rig.call("signIn", { app: "demo", identifier: "email-user", password: DEMO_PASSWORD, deviceToken });

describe("one's own devices (R24)", () => {
  it("are listed with what is known of them, and the one that asks is marked", async () => {
    const first = await trust("Firefox/133.0 (Windows NT 10.0)");
    rig.advance(1000);
    const second = await trust("Chrome/131.0 (Linux; Android 14)");
    await trust("Firefox/133.0", "all-factors");
    const thirtyDays = 30 * 86_400_000;
    const now = rig.ports.clock.now();
    expect(await list(second.session.token)).toEqual([
      { id: expect.any(String), app: "demo", label: "Firefox on Windows", trustedAt: now - 1000, lastUsedAt: now - 1000, expiresAt: now - 1000 + thirtyDays, current: false },
      { id: expect.any(String), app: "demo", label: "Chrome on Android", trustedAt: now, lastUsedAt: now, expiresAt: now + thirtyDays, current: true },
    ]);
    const again = sessionOf(await enter(first.deviceToken));
    expect((await list(again.token)).map(({ current }) => current)).toEqual([true, false]);
  });

  it("are not listed once their time is over", async () => {
    await trust("Firefox/133.0");
    rig.advance(30 * 86_400_000);
    expect(await list((await signInFully(rig, "demo")).token)).toEqual([]);
  });

  it("are revoked one by one, with a fresh proof, and asked again at the next login", async () => {
    const lost = await trust("Firefox/133.0");
    rig.advance(1);
    const kept = await trust("Chrome/131.0");
    const [device] = await list(kept.session.token);
    const revoke = (token: string) => rig.call("revokeDevice", { id: device?.id ?? "" }, { token });
    rig.advance(STALE_MS);
    expect(await revoke(kept.session.token)).toMatchObject({ status: 403, body: { code: "step_up_required" } });
    expect(await revoke((await signInFully(rig, "demo")).token)).toMatchObject({ status: 200 });
    expect((await enter(lost.deviceToken)).body).toMatchObject({ status: "challenge" });
    expect((await enter(kept.deviceToken)).body).toMatchObject({ status: "done" });
    expect(await audited(rig)).toEqual(expect.arrayContaining(["device_revoke success", "device_revoke failure step_up_required"]));
  });

  it("of somebody else are not found (S-29)", async () => {
    const other = await trust("Firefox/133.0", "all-factors");
    const [device] = await list(other.session.token);
    const { token } = await signInFully(rig, "demo");
    expect(await rig.call("revokeDevice", { id: device?.id ?? "" }, { token })).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await list(other.session.token)).toHaveLength(1);
  });

  it("are revoked once, and acknowledged again under the key (R12a)", async () => {
    const { session } = await trust("Firefox/133.0");
    const [device] = await list(session.token);
    for (let turn = 0; turn < 2; turn += 1) expect(await rig.call("revokeDevice", { id: device?.id ?? "" }, { token: session.token, key: "k1" })).toMatchObject({ status: 200 });
    expect(await rig.call("revokeDevice", { id: device?.id ?? "" }, { token: session.token })).toMatchObject({ status: 404 });
  });
});
