import type { Mailer } from "../ports.ts";
import { composeNotice } from "./mail.ts";
import type { Notice } from "./notice.ts";

/** Hands notices to the mail queue and waits for nothing: a provider that is down delays and fails no login. The mailer never throws, and logs what it could not hand over. */
export function postNotices({ mailer }: { readonly mailer: Mailer }, notices: readonly Notice[]): void {
  for (const notice of notices) void mailer.send(composeNotice(notice));
}
