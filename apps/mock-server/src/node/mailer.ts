import { Busy, type Handover, type Mail, type Mailer } from "../ports.ts";
import { createQueue } from "./queue.ts";
import { parseSmtpUrl } from "./smtp-url.ts";

export interface MailerOptions {
  /** `smtp://` or `smtps://user:password@host:port`. */
  readonly smtpUrl: string;
  /** The sender: `Guard <no-reply@example.com>`. */
  readonly from: string;
  /** How long a hand-over may take, the wait in the queue included, in milliseconds. Default 5,000 (R6a). */
  readonly deadlineMs?: number;
  /** Told why a mail was not handed over. Gets no recipient and no content. */
  readonly onFailure?: (outcome: Exclude<Handover, "handed-over">, reason: string) => void;
}

/**
 * Hands mails to SMTP through a bounded queue of its own: 8 connections, 64 mails waiting.
 *
 * One connection a mail and no pool: a connection that breaks then says something about one mail only, and nothing
 * is ever sent a second time behind the caller's back.
 */
export function createMailer({ smtpUrl, from, deadlineMs = 5_000, onFailure }: MailerOptions): Mailer {
  const server = parseSmtpUrl(smtpUrl);
  const queue = createQueue({ parallel: 8, waiting: 64 });
  const send = async (mail: Mail): Promise<Handover> => {
    const endsAt = performance.now() + deadlineMs;
    try {
      const { deliver } = await import("./smtp-delivery.ts");
      const { outcome, reason } = await queue(() => deliver(server, from, mail, endsAt));
      if (outcome !== "handed-over") onFailure?.(outcome, reason);
      return outcome;
    } catch (error) {
      // Only the queue rejects, or the library that can't be loaded; then nothing was handed to anybody.
      onFailure?.("refused", error instanceof Busy ? "queue full" : String(error));
      return "refused";
    }
  };
  return { send };
}
