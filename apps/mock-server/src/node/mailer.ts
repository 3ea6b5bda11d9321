import type { Mail, Mailer } from "../ports.ts";
import { createHandover, type HandoverOptions } from "./handover.ts";
import { parseSmtpUrl } from "./smtp-url.ts";

export interface MailerOptions extends HandoverOptions {
  /** `smtp://` or `smtps://user:password@host:port`. */
  readonly smtpUrl: string;
  /** The sender: `Guard <no-reply@example.com>`. */
  readonly from: string;
}

/**
 * Hands mails to SMTP.
 *
 * One connection a mail and no pool: a connection that breaks then says something about one mail only, and nothing
 * is ever sent a second time behind the caller's back.
 */
export function createMailer({ smtpUrl, from, ...options }: MailerOptions): Mailer {
  const server = parseSmtpUrl(smtpUrl);
  const deliver = async (mail: Mail, endsAt: number) => (await import("./smtp-delivery.ts")).deliver(server, from, mail, endsAt);
  return { send: createHandover(deliver, options) };
}
