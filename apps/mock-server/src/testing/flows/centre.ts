import { changePassword } from "../../account/change-password.ts";
import { bareSession, sendStepUp, STALE_MS, staleSession, stepUp, stepUpByPassword } from "../centre.ts";
import { ann, bob, show } from "../faces.ts";
import { appCode, challengeOf, mailedCode, otherThan, sessionOf, signInFully, textedCode, verifyApp } from "../login.ts";
import type { Rig } from "../rig.ts";
import { shown } from "./bindings.ts";
import { rowsOf, times } from "./flow.ts";
import type { Flow } from "./flow.ts";

/** A login by e-mail leaves these. */
const SIGNED_IN = ["sign_in challenged", "code_send email success", "code_verify email success"];

const centreOf = async (rig: Rig) => (await signInFully(rig, "demo")).token;

/** The personal centre (R18). */
export const CENTRE: readonly Flow[] = [
  ["a phone that is added and removed", async (rig) => {
    const token = await centreOf(rig);
    await rig.call("bindPhone", { target: "+8613800138009" }, { token });
    await rig.call("confirmPhone", { code: otherThan(textedCode(rig)) }, { token });
    await rig.call("confirmPhone", { code: textedCode(rig) }, { token });
    const { id } = await rig.db.selectFrom("binding").select("id").where("factor", "=", "sms").where("accountId", "=", "demo-email-user").executeTakeFirstOrThrow();
    await rig.call("unbindFactor", { id }, { token });
    await rig.call("unbindFactor", { id }, { token });
  }, [...SIGNED_IN, "code_send sms success", "factor_bind sms failure code_invalid", "factor_bind sms success", "factor_unbind sms success", "factor_unbind failure not_found"]],
  ["an address that is added", async (rig) => {
    const token = sessionOf(await verifyApp(rig, (await challengeOf(rig, "demo", "totp-user")).token, await appCode(rig, "totp-user"))).token;
    await rig.call("bindEmail", { target: "jane@example.com" }, { token });
    await rig.call("confirmEmail", { code: mailedCode(rig) }, { token });
  }, ["sign_in challenged", "code_verify totp success", "code_send email success", "factor_bind email success"]],
  ["an authenticator app that is added, and its recovery code made anew", async (rig) => {
    const token = await centreOf(rig);
    await rig.call("renewRecoveryCode", {}, { token });
    const code = shown(rig, await rig.call("enrolTotp", {}, { token }));
    await rig.call("confirmAccountTotp", { code: otherThan(otherThan(code)) }, { token });
    await rig.call("confirmAccountTotp", { code }, { token });
    await rig.call("renewRecoveryCode", {}, { token });
  }, [...SIGNED_IN, "recovery_renew failure factor_unavailable", "factor_enrol totp success", "factor_bind totp failure code_invalid", "factor_bind totp success", "recovery_renew success"]],
  ["a face that is added, and proves", async (rig) => {
    const { token } = sessionOf(await show(rig, "enrolFace", ann(), { token: (await challengeOf(rig, "demo-face", "new-user")).token }));
    await show(rig, "enrolAccountFace", ann(), { token });
    rig.advance(STALE_MS);
    await show(rig, "stepUpFace", bob(), { token });
    await show(rig, "stepUpFace", ann(), { token });
    await show(rig, "enrolAccountFace", ann(), { token });
  }, ["sign_in challenged", ...rowsOf(2, "factor_bind face success"), "step_up face failure face_no_match", "step_up face success", "factor_bind face success"]],
  ["whatever needs a proof and has none", async (rig) => {
    const { token } = await staleSession(rig);
    await rig.call("bindPhone", { target: "+8613800138009" }, { token });
    await rig.call("confirmPhone", { code: "000000" }, { token });
    await rig.call("enrolTotp", {}, { token });
    await rig.call("confirmAccountTotp", { code: "000000" }, { token });
    await rig.call("renewRecoveryCode", {}, { token });
    await rig.call("unbindFactor", { id: "x" }, { token });
    await rig.call("revokeDevice", { id: "x" }, { token });
    await show(rig, "enrolAccountFace", ann(), { token });
  }, [
    ...SIGNED_IN, "code_send sms failure step_up_required", "factor_bind sms failure step_up_required", "factor_enrol totp failure step_up_required", "factor_bind totp failure step_up_required",
    "recovery_renew failure step_up_required", "factor_unbind failure step_up_required", "device_revoke failure step_up_required", "factor_bind face failure step_up_required",
  ]],
  ["a proof by a code", async (rig) => {
    const { token } = await staleSession(rig);
    await sendStepUp(rig, token);
    await stepUp(rig, token, otherThan(mailedCode(rig)));
    await stepUp(rig, token, mailedCode(rig));
  }, [...SIGNED_IN, "code_send email success", "step_up email failure code_invalid", "step_up email success"]],
  ["a proof by a wrong password and by the right one", async (rig) => {
    const { token } = await bareSession(rig);
    await stepUpByPassword(rig, token, "wrong");
    await stepUpByPassword(rig, token);
  }, ["sign_in success", "step_up failure invalid_credentials", "step_up success"]],
  ["a proof by the password where a factor is bound", async (rig) => stepUpByPassword(rig, (await staleSession(rig)).token), [...SIGNED_IN, "step_up failure forbidden"]],
  ["a proof whose wrong codes lock", async (rig) => {
    const { token } = await staleSession(rig);
    await times(7, () => stepUp(rig, token, "000000"));
  }, [...SIGNED_IN, ...rowsOf(5, "step_up email failure code_invalid"), "account_lock email success", ...rowsOf(2, "step_up email failure locked")]],
  ["a password that is changed", (rig) => changePassword(rig.domain, { ip: "203.0.113.7", country: "NZ", requestId: "x".repeat(22), token: "" }, "demo-email-user", "Another-password-2026"), ["password_change success"]],
];
