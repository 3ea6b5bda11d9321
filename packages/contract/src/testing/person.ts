import type { CallContext } from "../adapter.ts";
import type { Challenge, Completion } from "../challenge.ts";
import type { GuardError, Result } from "../result.ts";
import type { Session } from "../session.ts";
import type { Harness, TotpHarness } from "./harness.ts";

let calls = 0;

/** The context of a call that nobody aborts. Each call is a new attempt unless it names the key of an older one. */
export function attempt(key = `conformance-${(calls += 1)}`): CallContext {
  return { signal: new AbortController().signal, key };
}

/** The value of an answer that has to be a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Expected a success, got ${JSON.stringify(result.error)}.`);
  return result.value;
}

/** The error of an answer that has to be a failure. */
export function errorOf(result: Result<unknown>): GuardError {
  if (result.ok) throw new Error("Expected a failure, got a success.");
  return result.error;
}

/** The session of an answer that has to complete the login. */
export function sessionOf(result: Result<{ status: "done"; session: Session } | { status: "challenge" }>): Session {
  const completion = valueOf(result);
  if (completion.status !== "done") throw new Error("Expected a session, got a challenge.");
  return completion.session;
}

/** Signs in with the right password. */
export function signIn({ adapter, app, password }: Harness, identifier: string, key?: string) {
  return adapter.signIn({ app, identifier, password }, attempt(key));
}

/** Signs in with the right password and takes the challenge that must follow. */
export async function openChallenge(harness: Harness, identifier: string): Promise<Challenge> {
  const completion = valueOf(await signIn(harness, identifier));
  if (completion.status !== "challenge") throw new Error("Expected a challenge, got a session.");
  return completion.challenge;
}

/** A challenge of the user with a bound address, and the code that was sent for it. */
export async function openWithCode(harness: Harness): Promise<{ challenge: Challenge; code: string }> {
  const { identifier, address } = harness.users.emailBound;
  const challenge = await openChallenge(harness, identifier);
  valueOf(await harness.adapter.sendCode({ token: challenge.token, factor: "email", trigger: "auto" }, attempt()));
  return { challenge, code: await harness.readCode(address) };
}

/** The harness seen from its application for authenticator apps. */
export function totpOf(harness: Harness): { readonly totp: TotpHarness; readonly at: Harness } {
  const { totp } = harness;
  if (totp === undefined) throw new Error("A part about authenticator apps runs only where the harness has `totp`.");
  return { totp, at: { ...harness, app: totp.app } };
}

/** Judges a code of the authenticator app. */
export function verifyTotp({ adapter }: Harness, token: string, code: string, key?: string) {
  return adapter.verifyCode({ token, factor: "totp", code }, attempt(key));
}

/** The recovery code of an answer that has to complete the login with one. */
export function recoveryCodeOf(result: Result<Completion>): string {
  const completion = valueOf(result);
  if (completion.status !== "done" || completion.recoveryCode === undefined) throw new Error("Expected a recovery code.");
  return completion.recoveryCode;
}

/** The challenge of an answer that has to go on with another one. */
export function nextOf(result: Result<Completion>): Challenge {
  const completion = valueOf(result);
  if (completion.status !== "challenge") throw new Error("Expected a challenge, got a session.");
  return completion.challenge;
}

/** Judges an e-mail code. */
export function verify({ adapter }: Harness, token: string, code: string, key?: string) {
  return adapter.verifyCode({ token, factor: "email", code }, attempt(key));
}

/** A code that is certainly not the given one; `step` 1..999999 makes different ones. */
export function wrongCode(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, "0");
}

/** Six wrong codes in a row, which lock the account (R11). Answers what the sixth was told. */
export async function lock(harness: Harness, token: string, code: string): Promise<GuardError> {
  for (let step = 1; step <= 5; step += 1) errorOf(await verify(harness, token, wrongCode(code, step)));
  return errorOf(await verify(harness, token, wrongCode(code, 6)));
}

/** Whether a deadline is `ms` ahead, less the few seconds a slow answer may have taken. */
export function isAhead(deadline: number, now: number, ms: number): boolean {
  return deadline - now <= ms && deadline - now > ms - 5_000;
}

/** The same person in another browser; where tokens are in answers, one adapter stands for both. */
export const inSecondBrowser = (harness: Harness): Harness => ({ ...harness, adapter: harness.secondBrowser?.() ?? harness.adapter });
