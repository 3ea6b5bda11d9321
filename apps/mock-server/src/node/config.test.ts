import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { isLoopback } from "./loopback.ts";

const refused = (variables: Record<string, string>): string => {
  try {
    readConfig(variables);
  } catch (error) {
    return String(error);
  }
  throw new Error("It was not refused.");
};

it("starts in development without any setting: loopback, port 4600, a file under .data, the inbox, the playground's origins", () => {
  expect(readConfig({})).toEqual({
    port: 4600,
    host: "127.0.0.1",
    environment: "development",
    databaseUrl: "file:.data/guard.sqlite",
    mailFrom: "Guard <no-reply@guard.example>",
    inboxPort: 0,
    allowedOrigins: ["http://127.0.0.1:5173", "http://localhost:5173"],
    trustedProxies: [],
    logLevel: "info",
  });
});

it("takes an empty variable for an absent one", () => {
  expect(readConfig({ PORT: "", GUARD_ENV: "" })).toMatchObject({ port: 4600, environment: "development" });
});

it("reads origins divided by commas", () => {
  expect(readConfig({ ALLOWED_ORIGINS: "https://a.example, https://b.example:8443" }).allowedOrigins).toEqual(["https://a.example", "https://b.example:8443"]);
});

it("serves Authing's clients where that is written, and says nothing where it is not", () => {
  expect([readConfig({ AUTHING_ROUTES: "on" }).authingRoutes, readConfig({ AUTHING_ROUTES: "off" }).authingRoutes, readConfig({}).authingRoutes]).toEqual([true, false, undefined]);
  expect(refused({ AUTHING_ROUTES: "yes" })).toContain("on or off");
});

it("reads the secrets it had before, divided by commas (S-18)", () => {
  expect(readConfig({ GUARD_EARLIER_SECRETS: "one, two" }).earlierSecrets).toEqual(["one", "two"]);
});

describe("a start it refuses (S-60)", () => {
  const production = { GUARD_ENV: "production", GUARD_SECRET: "0123456789abcdef0123456789abcdef", SMTP_URL: "smtps://u:p@mail.example", DATABASE_URL: "postgres://u:p@db.example/guard", MAIL_FROM: "Login <login@example.com>", SMS_URL: "off" };

  it.each([
    [{ PORT: "80000" }, 'PORT "80000"'],
    [{ PORT: "4600a" }, 'PORT "4600a"'],
    [{ GUARD_ENV: "prod" }, "development or production"],
    [{ ALLOWED_ORIGINS: "https://a.example/path" }, "ALLOWED_ORIGINS"],
    [{ ALLOWED_ORIGINS: "*" }, "ALLOWED_ORIGINS"],
    [{ TRUSTED_PROXIES: "10.0.0.0/8, proxy.example" }, "TRUSTED_PROXIES"],
    [{ TRUSTED_PROXIES: "0.0.0.0/0" }, "TRUSTED_PROXIES"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgres://" }, "DATABASE_URL"],
    [{ SMTP_URL: "http://mail.example" }, "SMTP_URL"],
    [{ HOST: "0.0.0.0" }, "GUARD_ENV=development if that is meant"],
    [{ NODE_ENV: "production" }, "GUARD_ENV is not set"],
    [{ GUARD_ENV: "production" }, "GUARD_SECRET is missing"],
    [{ ...production, NODE_ENV: "production", GUARD_ENV: "" }, "GUARD_ENV is not set"],
    [{ ...production, GUARD_SECRET: "" }, "GUARD_SECRET is missing"],
    [{ ...production, GUARD_SECRET: "s".repeat(40) }, "looks like a placeholder"],
    [{ ...production, GUARD_SECRET: "change-me-before-you-go-to-production-42" }, "looks like a placeholder"],
    [{ ...production, DATABASE_URL: "" }, "DATABASE_URL is missing"],
    [{ ...production, DATABASE_URL: "file::memory:" }, "a restart would forget every lock"],
    [{ ...production, SMTP_URL: "" }, "SMTP_URL is missing"],
    [{ ...production, SMTP_URL: "smtp://mailhog:1025" }, "a mailbox for tests"],
    [{ ...production, SMTP_URL: "smtp://u:p@sandbox.smtp.mailtrap.io:587" }, "a mailbox for tests"],
    [{ ...production, SMTP_URL: "smtp://mail.example?ignoreTLS=true" }, "in the clear"],
    [{ SMS_URL: "http://sms.example" }, "SMS_URL is not understood: http:// would carry codes across the network in the clear. It takes https://…"],
    [{ SMS_URL: "https://sms.example" }, "a webhook needs SMS_SECRET"],
    [{ ...production, SMS_URL: "" }, "SMS_URL is missing, and the development outbox would show everybody's codes"],
    [{ ...production, MAIL_FROM: "" }, "MAIL_FROM is missing"],
    [{ ...production, INBOX_PORT: "8025" }, "the development inbox"],
    [{ ...production, ALLOWED_ORIGINS: "https://a.example,http://b.example" }, "an http: origin"],
    [{ ...production, GUARD_FIXED_CODE: "123456" }, "GUARD_FIXED_CODE is nothing this server knows"],
    [{ ...production, GUARD_ECHO_CODES: "1" }, "GUARD_ECHO_CODES is nothing this server knows"],
    [{ ...production, TRUSTED_PROXIES: "::/0" }, "TRUSTED_PROXIES"],
  ])("%j in one sentence that names the remedy", (variables, words) => {
    expect(refused(variables as Record<string, string>)).toContain(words);
  });

  it("never repeats an address that may hold a password", () => {
    expect(refused({ DATABASE_URL: "mysql://user:hunter2@h/db" })).not.toContain("hunter2");
    expect(refused({ SMS_URL: "twilio://AC0:hunter2@api.twilio.com", SMS_SECRET: "hunter2" })).not.toContain("hunter2");
  });

  it("accepts the same when it is written out", () => {
    for (const smtp of ["smtp://127.0.0.1:25?ignoreTLS=true", "smtp://[::1]?ignoreTLS=true"]) expect(readConfig({ ...production, SMTP_URL: smtp }).smtpUrl).toBe(smtp);
    expect(readConfig({ HOST: "0.0.0.0", GUARD_ENV: "development" }).host).toBe("0.0.0.0");
    expect(readConfig({ ...production, HOST: "0.0.0.0", NODE_ENV: "production" })).toMatchObject({ environment: "production", allowedOrigins: [] });
  });
});

it("knows which addresses only this machine can reach", () => {
  expect(["127.0.0.1", "127.8.8.8", "::1", "localhost"].map(isLoopback)).toEqual([true, true, true, true]);
  expect(["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example.com"].map(isLoopback)).toEqual([false, false, false, false]);
});
