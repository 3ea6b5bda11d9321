import { DEMO_RECOVERY_CODE } from "../../development/data.ts";
import { ann, bob, picture, show } from "../faces.ts";
import { appCode, challengeOf, mailedCode, otherThan, recover, recoveryOf, send, sessionOf, signIn, signInFully, textedCode, verify, verifyApp } from "../login.ts";
import type { Rig } from "../rig.ts";
import { develop, rowsOf, times } from "./flow.ts";
import type { Flow } from "./flow.ts";

const openFace = async (rig: Rig) => (await challengeOf(rig, "demo-face", "new-user")).token;
const openApp = async (rig: Rig) => (await challengeOf(rig, "demo-totp", "totp-user")).token;
/** Logins by a password or a third party's word, and the factors that complete them. */
export const LOGINS: readonly Flow[] = [
  ["a wrong password", (rig) => signIn(rig, "demo", "email-user", "wrong"), ["sign_in failure invalid_credentials"]],
  ["a name that nobody has", (rig) => signIn(rig, "demo", "nobody"), ["sign_in failure invalid_credentials"]],
  ["a password that has to wait", (rig) => times(5, () => signIn(rig, "demo", "email-user", "wrong")), [...rowsOf(3, "sign_in failure invalid_credentials"), ...rowsOf(2, "sign_in failure rate_limited")]],
  ["no second factor", (rig) => signIn(rig, "demo-open", "email-user"), ["sign_in success"]],
  ["a bypassed one", (rig) => signIn(rig, "demo", "bypassed-user"), ["sign_in success mfa_bypassed"]],
  ["a third party's word, for somebody and for nobody", async (rig) => {
    await develop(rig, "identity-source", { app: "demo-email", source: "social", identifier: "email-user" });
    await develop(rig, "identity-source", { app: "demo-email", source: "social", identifier: "nobody" });
  }, ["sign_in success", "sign_in failure invalid_credentials"]],
  ["a login by e-mail and its end", async (rig) => {
    const { token } = await signInFully(rig);
    await rig.call("signOut", {}, { token });
  }, ["sign_in challenged", "code_send email success", "code_verify email success", "sign_out success"]],
  ["a login by SMS", async (rig) => {
    const { token } = await challengeOf(rig, "demo", "phone-user");
    await rig.call("sendCode", { factor: "sms", trigger: "auto" }, { token });
    await rig.call("verifyCode", { factor: "sms", code: otherThan(textedCode(rig)) }, { token });
    sessionOf(await rig.call("verifyCode", { factor: "sms", code: textedCode(rig) }, { token }));
  }, ["sign_in challenged", "code_send sms success", "code_verify sms failure code_invalid", "code_verify sms success"]],
  ["a login by an authenticator app, whose code is used once", async (rig) => {
    const code = await appCode(rig, "totp-user");
    sessionOf(await verifyApp(rig, await openApp(rig), code));
    await verifyApp(rig, await openApp(rig), code);
  }, ["sign_in challenged", "code_verify totp success", "sign_in challenged", "code_verify totp failure code_invalid"]],
  ["a login by a recovery code, which is used once", async (rig) => {
    recoveryOf(await recover(rig, await openApp(rig), DEMO_RECOVERY_CODE));
    await recover(rig, await openApp(rig), DEMO_RECOVERY_CODE);
  }, ["sign_in challenged", "code_verify recovery success", "sign_in challenged", "code_verify recovery failure code_invalid"]],
  ["a face that is bound, not matched and matched", async (rig) => {
    await show(rig, "enrolFace", picture("no-face"), { token: await openFace(rig) });
    await show(rig, "enrolFace", ann(), { token: await openFace(rig) });
    const token = await openFace(rig);
    await show(rig, "verifyFace", bob(), { token });
    await show(rig, "verifyFace", new Uint8Array(), { token });
    await show(rig, "verifyFace", ann(), { token });
  }, [
    "sign_in challenged", "factor_bind face failure image_invalid", "sign_in challenged", "factor_bind face success",
    "sign_in challenged", "code_verify face failure face_no_match", "code_verify face failure image_invalid", "code_verify face success",
  ]],
  ["a picture that is shown twice, which tells nothing", async (rig) => {
    await show(rig, "enrolFace", ann("one"), { token: await openFace(rig) });
    await show(rig, "verifyFace", ann("one"), { token: await openFace(rig) });
  }, ["sign_in challenged", "factor_bind face success", "sign_in challenged", "code_verify face failure image_invalid"]],
  ["a wrong code and a code that came too late", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await verify(rig, token, otherThan(mailedCode(rig)));
    rig.advance(900_000);
    await verify(rig, token, mailedCode(rig));
  }, ["sign_in challenged", "code_send email success", "code_verify email failure code_invalid", "code_verify email failure challenge_expired"]],
  ["a code for a factor that this login does not ask for, and one before any address was entered", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await verifyApp(rig, token, "000000");
    await verify(rig, token, "000000");
  }, ["sign_in challenged", "code_verify totp failure factor_unavailable", "code_verify email failure conflict"]],
  ["a token that opens nothing", async (rig) => {
    const token = `gc_${"A".repeat(43)}`;
    await send(rig, token);
    await verify(rig, token, "000000");
    await recover(rig, token, "0".repeat(25));
    await rig.call("startTotp", {}, { token });
    await rig.call("confirmTotp", { code: "000000" }, { token });
    await show(rig, "verifyFace", ann(), { token });
    await show(rig, "enrolFace", ann(), { token });
  }, [
    "code_send email failure challenge_expired", "code_verify email failure challenge_expired", "code_verify recovery failure challenge_expired", "factor_enrol totp failure challenge_expired",
    "code_verify totp failure challenge_expired", "code_verify face failure challenge_expired", "factor_bind face failure challenge_expired",
  ]],
];
