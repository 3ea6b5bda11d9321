import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { OutboxMessage } from "../app.ts";
import { createOutbox, type Outbox } from "../browser/outbox.ts";
import type { Clock, Mail } from "../ports.ts";
import { StartError, systemCode } from "./start-error.ts";

export interface Inbox {
  /** Where mails are accepted: `smtp://127.0.0.1:1025?ignoreTLS=true`. */
  readonly smtpUrl: string;
  /** What arrived, newest first; only for one address when it is given. */
  list(to?: string): readonly OutboxMessage[];
  close(): Promise<void>;
}

/** The development inbox: a real SMTP server on loopback that keeps the last 200 mails in memory. Port 0 takes any free one. */
export async function openInbox(clock: Clock, port = 0, outbox: Outbox = createOutbox(clock)): Promise<Inbox> {
  const server = createSmtpServer(async (stream, recipients) => {
    const content = await buffer(stream);
    for (const to of recipients) outbox.keep(await readMail(content, to));
  });
  const bound = await listen(server, port);
  return {
    smtpUrl: `smtp://127.0.0.1:${bound}?ignoreTLS=true`,
    list: (to) => outbox.list(to),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Receive = (stream: SMTPServerDataStream, recipients: readonly string[]) => Promise<void>;

function createSmtpServer(receive: Receive): SMTPServer {
  const recipientsOf = ({ envelope }: SMTPServerSession) => envelope.rcptTo.map(({ address }) => address);
  return new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: 1_048_576,
    closeTimeout: 500,
    // The mail is kept before it is accepted, so whoever was told "handed over" finds it in the inbox.
    onData: (stream, session, done) => {
      receive(stream, recipientsOf(session)).then(() => done(), done);
    },
  });
}

async function readMail(content: Uint8Array, to: string): Promise<Mail> {
  const { subject = "", text = "", html = "" } = await PostalMime.parse(content);
  return { to, subject, text, html };
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server.server, "listening");
  } catch (error) {
    if (systemCode(error) !== "EADDRINUSE") throw error;
    throw new StartError(`Port ${port} is taken, so the inbox can't listen; set INBOX_PORT to a free one, or leave it out.`);
  }
  // A client that breaks off in the middle is its own affair; without a listener it would end the process.
  server.on("error", () => {});
  return (server.server.address() as AddressInfo).port;
}
