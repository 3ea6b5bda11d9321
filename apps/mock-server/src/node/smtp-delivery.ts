import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Mail } from "../ports.ts";
import type { Delivery } from "./handover.ts";
import { systemCode } from "./start-error.ts";
import type { SmtpServer } from "./smtp-url.ts";

/**
 * Hands one mail over and says what is certain about it (R6a). `endsAt` is on `performance.now()`'s scale.
 *
 * Refused: the provider answered 4xx or 5xx, or the connection ended before the first byte of the mail left.
 * Unknown: it ended after that, so the mail may or may not arrive. Never rejects.
 */
export async function deliver(server: SmtpServer, from: string, mail: Mail, endsAt: number): Promise<Delivery> {
  if (performance.now() >= endsAt) return { outcome: "refused", reason: "deadline" };
  const connection = connectionTo(server);
  let dataBegan = false;
  const composed = compose(from, mail, () => {
    dataBegan = true;
  });
  const deadline = createDeadline(endsAt);
  try {
    await Promise.race([handOver(connection, server, composed), broken(connection), deadline.over]);
    return { outcome: "handed-over", reason: "" };
  } catch (error) {
    return { outcome: isReply(error) || !dataBegan ? "refused" : "unknown", reason: reasonOf(error) };
  } finally {
    deadline.clear();
    connection.close();
  }
}

/** A connection that is not open yet. */
const connectionTo = ({ host, port, secure, ignoreTLS, requireTLS }: SmtpServer) =>
  new SMTPConnection({ host, port, secure, ignoreTLS, requireTLS, socketCloseTimeout: 0 });

interface Composed {
  readonly composer: MailComposer;
  readonly onData: () => void;
}

function compose(from: string, { to, subject, text, html }: Mail, onData: () => void): Composed {
  return { composer: new MailComposer({ from, to: { name: "", address: to }, subject, text, html }), onData };
}

async function handOver(connection: SMTPConnection, { login }: SmtpServer, { composer, onData }: Composed): Promise<void> {
  const message = composer.compile();
  const bytes = await message.build();
  await step((done) => connection.connect(done));
  if (login) await step((done) => connection.login(login, done));
  // nodemailer reads the message only after the server's 354, so its first read is the moment the outcome may become unknown.
  const content = Readable.from(announced(bytes, onData));
  await step((done) => connection.send(message.getEnvelope(), content, done));
}

async function* announced(bytes: Uint8Array, onData: () => void): AsyncGenerator<Uint8Array> {
  onData();
  yield bytes;
}

const step = (run: (done: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())));

/** Rejects when the connection fails outside of a step: nodemailer tells that by events and not by the step's callback. */
const broken = (connection: SMTPConnection) =>
  new Promise<never>((_, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(new Error("ended")));
  });

function createDeadline(endsAt: number) {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("deadline")), Math.max(0, endsAt - performance.now()));
  });
  return { over, clear: () => clearTimeout(timer) };
}

/** Whether the server itself answered no; a connection that merely ended carries no response code. */
const isReply = (error: unknown): boolean => error instanceof Error && "responseCode" in error && typeof error.responseCode === "number";

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") return String(error.responseCode);
  return systemCode(error) ?? error.message.slice(0, 40);
}
