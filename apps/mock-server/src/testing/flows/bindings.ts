import { TOTP } from "otpauth/slim";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, textedCode, verify } from "../login.ts";
import type { Answer, Rig } from "../rig.ts";
import { develop } from "./flow.ts";
import type { Flow } from "./flow.ts";

/** What a phone would show that was handed the secret in this answer. */
export const shown = (rig: Rig, { body }: Answer) => new TOTP({ secret: String(body["secret"]) }).generate({ timestamp: rig.ports.clock.now() });

/** Factors that are bound while somebody signs in (R8, R14), and lost when an administrator switches them off (R16). */
export const BINDINGS: readonly Flow[] = [
  ["an application whose authenticator apps are switched off and on again", async (rig) => {
    await develop(rig, "factors", { app: "demo-totp", factors: [] });
    await signIn(rig, "demo-totp", "totp-user");
    await develop(rig, "factors", { app: "demo-totp", factors: ["totp"] });
    await signIn(rig, "demo-totp", "totp-user");
  }, ["factors_switch success", "sign_in success", "factors_switch success", "sign_in challenged"]],
  ["an address that is bound", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    await verify(rig, token, mailedCode(rig));
  }, ["sign_in challenged", "code_send email success", "factor_bind email success", "code_verify email success"]],
  ["a number that is bound", async (rig) => {
    const { token } = await challengeOf(rig, "demo", "new-user");
    await rig.call("bind", { factor: "sms", target: "+8613800138009" }, { token });
    await rig.call("sendCode", { factor: "sms", trigger: "user" }, { token });
    await rig.call("verifyCode", { factor: "sms", code: textedCode(rig) }, { token });
  }, ["sign_in challenged", "code_send sms success", "factor_bind sms success", "code_verify sms success"]],
  ["an authenticator app that is bound at the second code", async (rig) => {
    const { token } = await challengeOf(rig, "demo-totp", "new-user");
    const code = shown(rig, await rig.call("startTotp", {}, { token }));
    await rig.call("confirmTotp", { code: otherThan(otherThan(code)) }, { token });
    sessionOf(await rig.call("confirmTotp", { code }, { token }));
  }, ["sign_in challenged", "factor_enrol totp success", "code_verify totp failure code_invalid", "factor_bind totp success", "code_verify totp success"]],
  ["an authenticator app that may not be bound", async (rig) => {
    const { token } = await challengeOf(rig, "demo", "email-user");
    await rig.call("startTotp", {}, { token });
    await rig.call("confirmTotp", { code: "000000" }, { token });
  }, ["sign_in challenged", "factor_enrol totp failure bind_not_allowed", "code_verify totp failure bind_not_allowed"]],
  ["a proof by another factor before one is bound", async (rig) => {
    const { token } = await challengeOf(rig, "demo-totp", "email-user");
    await send(rig, token);
    const next = (await verify(rig, token, mailedCode(rig))).body as { challenge: { token: string } };
    await rig.call("startTotp", {}, { token: next.challenge.token });
  }, ["sign_in challenged", "code_send email success", "code_verify email success", "factor_enrol totp success"]],
];
