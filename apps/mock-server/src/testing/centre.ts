import type { Session } from "@guard/contract";
import { DEMO_PASSWORD } from "../development/data.ts";
import { mailedCode, sessionOf, signIn, signInFully } from "./login.ts";
import type { Answer, CallOptions, Rig } from "./rig.ts";

/** Five minutes and a second: longer than a proof counts (R18). */
export const STALE_MS = 301_000;

/** Somebody signed in with a second factor, whose proof is too old by now. */
export async function staleSession(rig: Rig, app = "demo", identifier = "email-user"): Promise<Session> {
  const session = await signInFully(rig, app, identifier);
  rig.advance(STALE_MS);
  return session;
}

/** Somebody with nothing bound, signed in by the password alone. */
export async function bareSession(rig: Rig, identifier = "new-user"): Promise<Session> {
  return sessionOf(await signIn(rig, "demo-open", identifier));
}

export const sendStepUp = (rig: Rig, token: string, trigger: "auto" | "user" = "auto", options: CallOptions = {}): Promise<Answer> =>
  rig.call("sendStepUpCode", { factor: "email", trigger }, { token, ...options });

export const stepUp = (rig: Rig, token: string, code: string, options: CallOptions = {}): Promise<Answer> => rig.call("stepUp", { factor: "email", code }, { token, ...options });

export const stepUpByPassword = (rig: Rig, token: string, password = DEMO_PASSWORD, options: CallOptions = {}): Promise<Answer> =>
  rig.call("stepUp", { password }, { token, ...options });

/** Steps up with a code from the mailbox. */
export async function stepUpFully(rig: Rig, token: string): Promise<Answer> {
  await sendStepUp(rig, token);
  return stepUp(rig, token, mailedCode(rig));
}

/** Every row of the audit in a few words. */
export async function audited(rig: Rig): Promise<string[]> {
  const rows = await rig.db.selectFrom("audit").select(["event", "factor", "result", "reason"]).orderBy("seq").execute();
  return rows.map((row) => Object.values(row).filter((word) => word !== null).join(" "));
}
