import { DEMO_PASSWORD } from "../../development/data.ts";
import { challengeOf, mailedCode, send, sessionOf } from "../login.ts";
import type { Answer, Rig } from "../rig.ts";
import type { Flow } from "./flow.ts";

async function trust(rig: Rig): Promise<Answer> {
  const { token } = await challengeOf(rig, "demo", "email-user");
  await send(rig, token);
  return rig.call("verifyCode", { factor: "email", code: mailedCode(rig), trustDevice: true }, { token });
}

/** A device that is trusted for the next login (R24). */
export const DEVICES: readonly Flow[] = [
  ["a device that is trusted, signs in and is revoked", async (rig) => {
    const first = await trust(rig);
    const { token } = sessionOf(first);
    const [device] = (await rig.call("listDevices", {}, { token })).body["devices"] as { id: string }[];
    await rig.call("signIn", { app: "demo", identifier: "email-user", password: DEMO_PASSWORD, deviceToken: first.body["deviceToken"] });
    await rig.call("revokeDevice", { id: device?.id }, { token });
    await rig.call("revokeDevice", { id: device?.id }, { token });
  }, ["sign_in challenged", "code_send email success", "device_trust email success", "code_verify email success", "sign_in success trusted_device", "device_revoke success", "device_revoke failure not_found"]],
  ["a device that can't be stored", async (rig) => {
    await rig.db.schema.alterTable("device").dropColumn("label").execute();
    await trust(rig);
  }, ["sign_in challenged", "code_send email success", "device_trust email failure unavailable", "code_verify email success"]],
];
