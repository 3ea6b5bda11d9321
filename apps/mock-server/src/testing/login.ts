import { Challenge, Completion } from "@guard/contract";
import type { Session } from "@guard/contract";
import * as v from "valibot";
import { readCurrentCode } from "../development/current-code.ts";
import { DEMO_PASSWORD } from "../development/data.ts";
import type { Answer, CallOptions, Rig } from "./rig.ts";

/** Password login with the demo password. */
export const signIn = (rig: Rig, app: string, identifier: string, password = DEMO_PASSWORD, options: CallOptions = {}): Promise<Answer> =>
  rig.call("signIn", { app, identifier, password }, options);

/** The challenge a right password leads to. */
export async function challengeOf(rig: Rig, app: string, identifier: string): Promise<Challenge> {
  const completion = v.parse(Completion, (await signIn(rig, app, identifier)).body);
  if (completion.status !== "challenge") throw new Error(`${identifier} is signed in to ${app} without a challenge.`);
  return completion.challenge;
}

/** The session in an answer that completed a login. */
export function sessionOf(answer: Answer): Session {
  const completion = v.parse(Completion, answer.body);
  if (completion.status !== "done") throw new Error("The login is not complete.");
  return completion.session;
}

export const send = (rig: Rig, token: string, trigger: "auto" | "user" = "auto", options: CallOptions = {}): Promise<Answer> =>
  rig.call("sendCode", { factor: "email", trigger }, { token, ...options });

export const verify = (rig: Rig, token: string, code: string, options: CallOptions = {}): Promise<Answer> =>
  rig.call("verifyCode", { factor: "email", code }, { token, ...options });

/** The code in the newest mail. */
export function mailedCode(rig: Rig): string {
  const code = /^\d{6}$/m.exec(rig.mails.at(-1)?.text ?? "")?.[0];
  if (code === undefined) throw new Error("No mail with a code was sent.");
  return code;
}

/** The code in the newest SMS. */
export function textedCode(rig: Rig): string {
  const code = rig.texts.at(-1)?.code;
  if (code === undefined) throw new Error("No SMS with a code was sent.");
  return code;
}

/** A code that is not `code`. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Asks for a code to sign in with, and waits until it was handed over, which the answer does not. */
export async function askSignInCode(rig: Rig, identifier: string, options: CallOptions = {}, app = "demo"): Promise<Answer> {
  const answer = await rig.call("requestSignInCode", { app, identifier }, options);
  await rig.app.idle();
  return answer;
}

export const verifySignInCode = (rig: Rig, identifier: string, code: string, options: CallOptions = {}, app = "demo"): Promise<Answer> =>
  rig.call("verifySignInCode", { app, identifier, code }, options);

/** As if the user had signed in from there before. */
export async function makeKnown(rig: Rig, username: string, network = "203.0.113.7"): Promise<void> {
  await rig.db.insertInto("knownNetwork").values({ accountId: `demo-${username}`, network, seenAt: rig.ports.clock.now() }).execute();
}

/** Signs in with a bound e-mail, all the way to the session. */
export async function signInFully(rig: Rig, app = "demo-email", identifier = "email-user"): Promise<Session> {
  const { token } = await challengeOf(rig, app, identifier);
  await send(rig, token);
  return sessionOf(await verify(rig, token, mailedCode(rig)));
}

/** What the user's authenticator app shows now. */
export async function appCode(rig: Rig, username: string): Promise<string> {
  const current = await readCurrentCode(rig.domain, username);
  if (current === undefined) throw new Error(`${username} has no authenticator app.`);
  return current.code;
}

export const verifyApp = (rig: Rig, token: string, code: string, options: CallOptions = {}): Promise<Answer> =>
  rig.call("verifyCode", { factor: "totp", code }, { token, ...options });

export const recover = (rig: Rig, token: string, code: string, options: CallOptions = {}): Promise<Answer> =>
  rig.call("verifyRecoveryCode", { code }, { token, ...options });

/** The recovery code in an answer that completed a login. */
export function recoveryOf(answer: Answer): string {
  const completion = v.parse(Completion, answer.body);
  if (completion.status !== "done" || completion.recoveryCode === undefined) throw new Error("No recovery code came with the answer.");
  return completion.recoveryCode;
}

/** The counters of R11. */
export const countersOf = (rig: Rig, username: string) =>
  rig.db.selectFrom("account").select(["failures", "total", "lockedUntil", "closedAt"]).where("username", "=", username).executeTakeFirstOrThrow();
