import type { ServerConfig } from "./config.ts";
import { isLoopback } from "./loopback.ts";
import { StartError } from "./start-error.ts";

const MAKE_SECRET = "made with: openssl rand -base64 48";

/** What a server in production must not run with, each with the sentence that says what to do instead (S-60). Pure. */
const RULES: readonly ((config: ServerConfig) => string | undefined)[] = [
  ({ secret }) => (secret === undefined ? `GUARD_SECRET is missing; in production set one of at least 32 bytes, ${MAKE_SECRET}` : undefined),
  ({ secret = "" }) => (isPlaceholder(secret) ? `GUARD_SECRET looks like a placeholder; set one that nobody can guess, ${MAKE_SECRET}` : undefined),
  ({ databaseUrl }) => (databaseUrl === "file::memory:" ? "DATABASE_URL is in memory, so a restart would forget every lock; set it to file: and a path, or to postgres://…" : undefined),
  ({ smtpUrl }) => (smtpUrl === undefined ? "SMTP_URL is missing; in production codes go out through your mail server, as smtps://user:password@host:465." : undefined),
  ({ smtpUrl }) => (smtpUrl !== undefined && TEST_MAIL.test(new URL(smtpUrl).hostname) ? "SMTP_URL names a mailbox for tests, which shows everybody's codes; set it to your mail server." : undefined),
  ({ smtpUrl }) => (smtpUrl !== undefined && isPlain(new URL(smtpUrl)) ? "SMTP_URL has ignoreTLS, so codes would cross the network in the clear; leave it out, or use smtps://." : undefined),
  ({ smsUrl }) => (smsUrl === undefined ? "SMS_URL is missing, and the development outbox would show everybody's codes; set it to your provider, or to off." : undefined),
  ({ allowedOrigins }) => (allowedOrigins.some(isPlainOrigin) ? "ALLOWED_ORIGINS has an http: origin, whose passwords anybody on the way can read; use https:." : undefined),
];

const TEST_MAIL = /(^|\.)(mailhog|mailpit|mailcatcher|maildev|inbucket|ethereal\.email|mailtrap\.io)$/i;

/** Too few different characters, or a word that stands in every example. A random secret of 32 bytes has neither. */
const isPlaceholder = (secret: string): boolean => secret !== "" && (new Set(secret).size < 10 || /change.?me|password|example|placeholder|your.?secret/i.test(secret));

const isPlain = ({ searchParams, hostname }: URL): boolean => searchParams.get("ignoreTLS") === "true" && !isLoopback(hostname);

const isPlainOrigin = (origin: string): boolean => origin.startsWith("http:") && !isLoopback(new URL(origin).hostname);

/** Throws a `StartError` with the first rule that is broken. */
export function refuseUnsafeProduction(config: ServerConfig): void {
  for (const rule of RULES) {
    const sentence = rule(config);
    if (sentence !== undefined) throw new StartError(sentence);
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** What has a default that fits development only, what belongs to development, and what the server does not know: a fixed code, an echo, a typo. */
export function refuseUnwritten(given: Variables, known: readonly string[]): void {
  if (given["DATABASE_URL"] === undefined) throw new StartError("DATABASE_URL is missing; in production set it to file: and a path that is backed up, or to postgres://…");
  if (given["MAIL_FROM"] === undefined) throw new StartError("MAIL_FROM is missing; in production set the sender of your codes, as Example <login@example.com>.");
  if (given["INBOX_PORT"] !== undefined) throw new StartError("INBOX_PORT opens the development inbox, which shows everybody's codes; leave it out in production.");
  const stray = Object.keys(given).find((name) => name.startsWith("GUARD_") && !known.includes(name));
  if (stray !== undefined) throw new StartError(`${stray} is nothing this server knows; leave it out, or see the README for the name that was meant.`);
}
