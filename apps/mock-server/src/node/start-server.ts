import { createApp, migrate, seedDevelopment, type App, type Mailer, type OutboxMessage, type Ports, type Store } from "../app.ts";
import { createSystemClock, type AdvanceableClock } from "../browser/clock.ts";
import { createOutbox, outboxSms, type Outbox } from "../browser/outbox.ts";
import { PRETENDED_SOURCES } from "../development/identity-source.ts";
import { lagBehindRecords } from "./clock-check.ts";
import { readSmsProvider, type ServerConfig } from "./config.ts";
import { openCountries } from "./countries.ts";
import { createCleanup, type Cleanup } from "./cleanup.ts";
import { openFaceVerifier } from "./face-verifier.ts";
import { createArgon2Hasher } from "./hasher.ts";
import { listen, type Handler } from "./http-server.ts";
import { createLog, type Log } from "./log.ts";
import { createMailer } from "./mailer.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { refuseDemoUsers } from "./production-check.ts";
import { refuseUnsafeProduction } from "./production-rules.ts";
import { random } from "./random.ts";
import { rsa } from "./rsa.ts";
import { developmentSecret, readSecret } from "./secret.ts";
import { createSmsSender } from "./sms-sender.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** Each has `readConfig`'s meaning. What is left out makes a server for a test: any port, everything in memory, a silent log. */
export type StartOptions = Partial<ServerConfig>;

/** An answer needs a turn or two of the event loop to be written; this is many. */
const answered = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

/** How long calls in flight may take after a stop, in milliseconds (S-59). */
const GRACE_MS = 10_000;

export interface RunningServer {
  /** `http://127.0.0.1:4600`, with the port that was really taken. */
  readonly url: string;
  /** What came to the development inbox and outbox, newest first; not what SMTP_URL and SMS_URL send elsewhere. */
  outbox(to?: string): readonly OutboxMessage[];
  /** Moves the server's clock forward, in milliseconds. */
  advance(ms: number): void;
  /** Says 503 on /healthz and /readyz for `drainMs` (default 0), takes nothing new, finishes what is in flight, closes the store. */
  close(drainMs?: number): Promise<void>;
}

const testDefaults: ServerConfig = {
  port: 0,
  host: "127.0.0.1",
  environment: "development",
  databaseUrl: "file::memory:",
  mailFrom: "Guard <no-reply@guard.example>",
  inboxPort: 0,
  allowedOrigins: [],
  trustedProxies: [],
  logLevel: "silent",
};

/** Starts the server in this process. Throws a `StartError` when a person has to mend something first. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const config: ServerConfig = { ...testDefaults, ...options };
  if (config.environment === "production") refuseUnsafeProduction(config);
  const cleanup = createCleanup();
  try {
    return await start(config, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(config: ServerConfig, cleanup: Cleanup): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  cleanup.add(() => log.flush());
  const clock = createSystemClock();
  const outbox = createOutbox(clock);
  const messages = { mailer: await openMail(config, clock, outbox, log, cleanup), ...openSms(config, clock, outbox, log) };
  const ports = await openPorts(config, clock, messages, log, cleanup);
  await migrate(ports.store);
  if (config.environment === "development") await seedDevelopment(ports);
  else await prepareProduction(ports.store, clock, log);
  let draining = false;
  const dev = { outbox: async (to?: string) => outbox.list(to), advanceClock: clock.advance };
  const app = createApp(ports, { onFault: (fault) => log.error({ err: fault }, "fault"), isDraining: () => draining, dev });
  const server = await listen(logged(app, log), config.host, config.port);
  const stop = async (drainMs: number) => {
    draining = true;
    await new Promise((resolve) => setTimeout(resolve, drainMs));
    await server.close(GRACE_MS);
    await app.idle();
    await cleanup.run();
  };
  let stopped: Promise<void> | undefined;
  return { url: server.url, outbox: outbox.list, advance: clock.advance, close: (drainMs = 0) => (stopped ??= stop(drainMs)) };
}

async function prepareProduction(store: Store, clock: AdvanceableClock, log: Log): Promise<void> {
  await refuseDemoUsers(store);
  const lag = await lagBehindRecords(store, clock.now());
  if (lag === 0) return;
  clock.advance(lag);
  log.warn({ ms: lag }, "the machine's clock is behind the newest record; time goes on from the record");
}

async function openMail({ smtpUrl, inboxPort, mailFrom }: ServerConfig, clock: AdvanceableClock, outbox: Outbox, log: Log, cleanup: Cleanup): Promise<Mailer> {
  // The inbox and its libraries are development's; who has a mail server never loads them.
  const inbox = smtpUrl === undefined ? await (await import("./inbox.ts")).openInbox(clock, inboxPort, outbox) : undefined;
  if (inbox) cleanup.add(() => inbox.close());
  return createMailer({
    smtpUrl: smtpUrl ?? inbox?.smtpUrl ?? "",
    from: mailFrom,
    onFailure: (outcome, reason) => log.warn({ outcome, reason }, "mail not handed over"),
  });
}

function openSms(config: ServerConfig, clock: AdvanceableClock, outbox: Outbox, log: Log): Pick<Ports, "sms"> {
  const provider = readSmsProvider(config);
  if (provider === undefined) return { sms: outboxSms(outbox) };
  if (provider.kind === "off") return {};
  return { sms: createSmsSender(provider, clock, { onFailure: (outcome, reason) => log.warn({ outcome, reason }, "sms not handed over") }) };
}

async function openPorts(config: ServerConfig, clock: AdvanceableClock, messages: Pick<Ports, "mailer" | "sms">, log: Log, cleanup: Cleanup): Promise<Ports> {
  const { environment, databaseUrl, allowedOrigins, trustedProxies, faceThreshold } = config;
  const secret = config.secret === undefined ? developmentSecret(databaseUrl) : readSecret(config.secret);
  const earlierSecrets = (config.earlierSecrets ?? []).map(readSecret);
  const sources = environment === "development" ? { identitySources: PRETENDED_SOURCES } : {};
  const store = await openStore(config, log);
  cleanup.add(() => store.close());
  const face = config.faceVerifier === undefined ? {} : { face: await openFaceVerifier(config.faceVerifier, cleanup) };
  const authing = (config.authingRoutes ?? environment === "development") ? { authing: { rsa } } : {};
  const geo = await openCountries(config.countryDatabase, (reason) => log.warn({ reason }, "countries are unknown"));
  const settled = { environment, secret, earlierSecrets, allowedOrigins, trustedProxies, ...(faceThreshold !== undefined && { faceThreshold }) };
  return { store, clock, random, hasher: createArgon2Hasher(), ...messages, ...sources, answered, geo, ...face, ...authing, config: settled };
}

function openStore({ databaseUrl, environment }: ServerConfig, log: Log): Promise<Store> {
  if (databaseUrl.startsWith("file:")) return openSqliteStore(databaseUrl, environment);
  return openPostgresStore(databaseUrl, (error) => log.warn({ reason: error.message }, "database connection lost"));
}

/** One line a request: no query, no header, no body (S-15). */
const logged =
  (app: App, log: Log): Handler =>
  async (request, ip) => {
    const began = performance.now();
    const response = await app.fetch(request, { ip });
    const { pathname } = new URL(request.url);
    log.info({ method: request.method, path: pathname, status: response.status, ms: Math.round(performance.now() - began), ip }, "request");
    return response;
  };
