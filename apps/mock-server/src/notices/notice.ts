import type { Account } from "../store/schema.ts";

/** What a notice says. Never a code (S-28). */
export interface Words {
  readonly subject: string;
  /** The first says what happened, the last what to do if it wasn't you. */
  readonly paragraphs: readonly [string, ...string[]];
}

/** A mail that tells somebody what happened to their account. */
export interface Notice extends Words {
  readonly to: string;
}

/** To the login e-mail, if the account has a verified one (S-28). Pure. */
export function noticeFor({ email, emailVerified }: Account, words: Words): Notice[] {
  return email === null || emailVerified === 0 ? [] : [{ to: email, ...words }];
}
