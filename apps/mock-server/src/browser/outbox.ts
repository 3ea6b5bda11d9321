import type { Clock, Mail, OutboxMessage, Sms, SmsSender } from "../app.ts";

/** What a development server sent, in memory. In a page and in Node. */
export interface Outbox {
  /** Keeps a mail that arrived now. */
  keep(mail: Mail): void;
  /** Keeps an SMS that was sent now. */
  keepSms(sms: Sms): void;
  /** Newest first; only for one address when it is given. */
  list(to?: string): readonly OutboxMessage[];
}

/** Older messages are forgotten. */
export const KEPT_MESSAGES = 200;

export function createOutbox(clock: Clock): Outbox {
  const messages: OutboxMessage[] = [];
  const add = (message: Omit<OutboxMessage, "code" | "at">) => {
    const code = codeIn(message.text);
    messages.unshift({ ...message, ...(code !== undefined && { code }), at: clock.now() });
    messages.length = Math.min(messages.length, KEPT_MESSAGES);
  };
  return {
    keep: ({ to, subject, text, html }) => add({ channel: "email", to, subject, text, html }),
    keepSms: ({ to, text, application }) => add({ channel: "sms", to, subject: application, text, html: "" }),
    list: (to) => messages.filter((message) => to === undefined || message.to.toLowerCase() === to.toLowerCase()),
  };
}

/** The SMS provider of a development server: what it is given lies in the outbox. */
export const outboxSms = (outbox: Outbox): SmsSender => ({ send: (sms) => Promise.resolve(outbox.keepSms(sms)).then(() => "handed-over") });

/** The first line that is six digits and nothing else. */
const codeIn = (text: string): string | undefined => /^[ \t]*(\d{6})[ \t]*\r?$/m.exec(text)?.[1];
