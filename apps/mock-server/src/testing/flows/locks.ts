import { DEMO_RECOVERY_CODE } from "../../development/data.ts";
import { appCode, challengeOf, recover, send, signIn, verifyApp } from "../login.ts";
import type { Rig } from "../rig.ts";
import { rowsOf, times } from "./flow.ts";
import type { Flow } from "./flow.ts";

const openApp = async (rig: Rig) => (await challengeOf(rig, "demo-totp", "totp-user")).token;
const close = (rig: Rig, username: string) => rig.db.updateTable("account").set({ total: 100, closedAt: 1 }).where("username", "=", username).execute();
const WRONG = "code_verify totp failure code_invalid";

/** What wrong codes come to (R11, R11b). */
export const LOCKS: readonly Flow[] = [
  ["a locked account", (rig) => signIn(rig, "demo-email", "locked-user"), ["sign_in failure locked"]],
  ["six wrong codes, and what the lock refuses", async (rig) => {
    const token = await openApp(rig);
    await times(7, () => verifyApp(rig, token, "000000"));
    await send(rig, token);
    await signIn(rig, "demo-totp", "totp-user");
  }, ["sign_in challenged", ...rowsOf(5, WRONG), "account_lock totp success", "code_verify totp failure locked", "code_verify totp failure locked", "code_send email failure locked", "sign_in failure locked"]],
  ["a right code that lifts the lock which its own count set", async (rig) => {
    const token = await openApp(rig);
    await times(5, () => verifyApp(rig, token, "000000"));
    await verifyApp(rig, token, await appCode(rig, "totp-user"));
  }, ["sign_in challenged", ...rowsOf(5, WRONG), "account_lock totp success", "account_unlock totp success", "code_verify totp success"]],
  ["as many wrong codes as close an account, and the recovery code that reopens it", async (rig) => {
    await rig.db.updateTable("application").set({ numbers: '{"failuresToLock":10,"failuresToClose":10}' }).execute();
    const first = await openApp(rig);
    await times(10, () => verifyApp(rig, first, "000000"));
    rig.advance(3_600_000);
    const token = await openApp(rig);
    await recover(rig, token, "0".repeat(25));
    await recover(rig, token, DEMO_RECOVERY_CODE);
    await signIn(rig, "demo-totp", "totp-user");
  }, [
    "sign_in challenged", ...rowsOf(9, WRONG), "account_lock totp success", "account_close totp success", "code_verify totp failure closed",
    "sign_in challenged", "code_verify recovery failure code_invalid", "account_unlock recovery success", "code_verify recovery success", "sign_in challenged",
  ]],
  ["recovery codes for a closed account, five a day", async (rig) => {
    await close(rig, "totp-user");
    const token = await openApp(rig);
    await times(6, () => recover(rig, token, "0".repeat(25)));
  }, ["sign_in challenged", ...rowsOf(4, "code_verify recovery failure code_invalid"), ...rowsOf(2, "code_verify recovery failure rate_limited")]],
  ["a closed account without a recovery code", async (rig) => {
    await close(rig, "email-user");
    await signIn(rig, "demo-email", "email-user");
  }, ["sign_in failure closed"]],
];
