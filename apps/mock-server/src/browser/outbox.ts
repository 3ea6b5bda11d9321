import type { Clock, Mail, OutboxMessage } from "../app.ts";

/** What a development server sent, in memory. In a page and in Node. */
export interface Outbox {
  /** Keeps a mail that arrived now. */
  keep(mail: Mail): void;
  /** Newest first; only for one address when it is given. */
  list(to?: string): readonly OutboxMessage[];
}

/** Older mails are forgotten. */
export const KEPT_MAILS = 200;

export function createOutbox(clock: Clock): Outbox {
  const messages: OutboxMessage[] = [];
  return {
    keep({ to, subject, text, html }) {
      const code = codeIn(text);
      messages.unshift({ channel: "email", to, ...(code !== undefined && { code }), subject, text, html, at: clock.now() });
      messages.length = Math.min(messages.length, KEPT_MAILS);
    },
    list: (to) => messages.filter((message) => to === undefined || message.to.toLowerCase() === to.toLowerCase()),
  };
}

/** The first line that is six digits and nothing else. */
const codeIn = (text: string): string | undefined => /^[ \t]*(\d{6})[ \t]*\r?$/m.exec(text)?.[1];
