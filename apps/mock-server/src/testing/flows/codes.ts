import { challengeOf, mailedCode, otherThan, askSignInCode, send, verifySignInCode } from "../login.ts";
import type { Rig } from "../rig.ts";
import { rowsOf, times } from "./flow.ts";
import type { Flow } from "./flow.ts";

const open = async (rig: Rig) => (await challengeOf(rig, "demo-email", "email-user")).token;
const limit = (rig: Rig, numbers: object) => rig.db.updateTable("application").set({ officeRanges: "[]", numbers: JSON.stringify(numbers) }).execute();
const sendSms = (rig: Rig, token: string) => rig.call("sendCode", { factor: "sms", trigger: "user" }, { token });

/** What became of a message, and the limits that held it up. */
export const SENDS: readonly Flow[] = [
  ["a send that is asked for too soon", async (rig) => {
    const token = await open(rig);
    await send(rig, token);
    await send(rig, token, "user");
  }, ["sign_in challenged", "code_send email success", "code_send email failure resend_too_soon"]],
  ["a send that the provider refuses", async (rig) => {
    rig.handovers.push("refused");
    await send(rig, await open(rig));
  }, ["sign_in challenged", "code_send email failure delivery_failed"]],
  ["a send that nobody knows to have arrived", async (rig) => {
    rig.handovers.push("unknown");
    await send(rig, await open(rig));
  }, ["sign_in challenged", "code_send email success handover_unknown"]],
  ["one code more than a network may ask for", async (rig) => {
    await limit(rig, { codesPerAddressHour: 5 });
    const token = await open(rig);
    await times(6, async () => {
      await send(rig, token, "user");
      rig.advance(60_000);
    });
  }, ["sign_in challenged", ...rowsOf(5, "code_send email success"), "code_send email failure ip_code_limit"]],
  ["one code more than an address gets", async (rig) => {
    await limit(rig, { codesPerRecipientHour: 3 });
    const token = await open(rig);
    await times(4, async () => {
      await send(rig, token, "user");
      rig.advance(60_000);
    });
  }, ["sign_in challenged", ...rowsOf(3, "code_send email success"), "code_send email failure recipient_limit"]],
  ["one SMS more than an application may send", async (rig) => {
    await limit(rig, { smsPerDay: 1 });
    const { token } = await challengeOf(rig, "demo", "phone-user");
    await sendSms(rig, token);
    rig.advance(60_000);
    await sendSms(rig, token);
  }, ["sign_in challenged", "code_send sms success", "code_send sms failure rate_limited"]],
  ["an SMS to a country that was struck off", async (rig) => {
    await rig.db.updateTable("application").set({ phoneCountries: '["NZ"]' }).execute();
    await sendSms(rig, (await challengeOf(rig, "demo", "phone-user")).token);
  }, ["sign_in challenged", "code_send sms failure target_unavailable"]],
  ["a send for a factor that this login does not ask for, and one before any address was entered", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await sendSms(rig, token);
    await send(rig, token, "user");
  }, ["sign_in challenged", "code_send sms failure factor_unavailable", "code_send email failure conflict"]],
];

const WHO = "email-user@example.com";

/** Logins by a code alone (R2a). */
export const CODE_LOGINS: readonly Flow[] = [
  ["a login by a code alone", async (rig) => {
    await askSignInCode(rig, WHO);
    await verifySignInCode(rig, WHO, mailedCode(rig));
  }, ["code_send email success", "sign_in email success"]],
  ["five wrong codes to sign in with", async (rig) => {
    await askSignInCode(rig, WHO);
    await times(6, () => verifySignInCode(rig, WHO, otherThan(mailedCode(rig))));
  }, ["code_send email success", ...rowsOf(4, "sign_in email failure code_invalid"), ...rowsOf(2, "sign_in email failure challenge_expired")]],
  ["a code to sign in with for an address that nobody has, twice", async (rig) => {
    await times(2, () => askSignInCode(rig, "nobody@example.com"));
  }, ["code_send email failure not_found", "code_send email failure resend_too_soon"]],
  ["a code to sign in with that the provider refuses", async (rig) => {
    rig.handovers.push("refused");
    await askSignInCode(rig, WHO);
  }, ["code_send email failure delivery_failed"]],
  ["more codes to sign in with than a network that the account does not know may have sent", async (rig) => {
    await limit(rig, { signInCodesPerDay: 3 });
    await times(4, async () => {
      await askSignInCode(rig, WHO);
      rig.advance(60_000);
    });
  }, ["code_send email success", ...rowsOf(3, "code_send email failure recipient_limit")]],
];
