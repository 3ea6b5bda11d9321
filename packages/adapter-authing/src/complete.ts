import { fail, succeed, type ChallengeFactor, type Completion, type Result } from "@guard/contract";
import * as v from "valibot";
import { failure, type Answer } from "./ask.ts";
import { openLogin } from "./challenge.ts";
import { forgetToken, keepUser } from "./client-memory.ts";
import type { Link } from "./link.ts";
import { readMfaRequired, type MfaRequired } from "./mfa-required.ts";
import { amrOf, AuthingUser, sessionOf } from "./session.ts";

/** What led to an answer that may complete a login. */
export interface Passed {
  readonly began: "pwd" | "otp";
  readonly proven: readonly ChallengeFactor[];
  /** Shown with the session, where the answer brings none. */
  readonly recoveryCode?: string | undefined;
}

/** A login as far as an answer leads: a session, another factor, or why not. Success needs a user with a token that has an end. */
export function complete(link: Link, answer: Answer, passed: Passed): Result<Completion> {
  const required = readMfaRequired(answer);
  if (required !== undefined) return goOn(link, required, passed);
  return answer.ok ? finish(link, answer.value, passed) : failure(link, answer.refusal);
}

function goOn({ clock, logins }: Link, required: MfaRequired, { began, proven }: Passed): Result<Completion> {
  const now = required.now ?? clock.now();
  const login = openLogin(required, { began, proven }, now);
  if (login === undefined) return fail({ code: "factor_unavailable" }, now);
  logins.keep(login);
  return succeed({ status: "challenge", challenge: login.challenge, now });
}

/** The SDK keeps the session of a password and forgets the one of a second factor; from here on it knows both. */
function finish(link: Link, value: unknown, { began, proven, recoveryCode }: Passed): Result<Completion> {
  const { client, clock } = link;
  const now = clock.now();
  const { output: user, success } = v.safeParse(AuthingUser, value);
  const session = success ? sessionOf(user, { app: client.options.appId, authTime: now, amr: amrOf(began, proven) }) : undefined;
  if (!success || session === undefined) return fail({ code: "unknown", raw: "malformed" }, now);
  // The SDK writes it into the page's storage, where no recovery code may rest (law 7).
  const { recoveryCode: _, ...kept } = value as { readonly recoveryCode?: unknown };
  keepUser(link, kept);
  const shown = user.recoveryCode ?? recoveryCode;
  return succeed({ status: "done", session, ...(shown === undefined ? {} : { recoveryCode: shown }), now });
}

/** What an answer did after nobody waited for it any more: the SDK has kept a session that no page heard of. */
export const forgetLate = (link: Link) => (value: unknown): void => {
  const { output, success } = v.safeParse(AuthingUser, value);
  if (success) forgetToken(link, output.token);
};
