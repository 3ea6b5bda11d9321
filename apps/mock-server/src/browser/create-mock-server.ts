import { createApp, migrate, seedDevelopment, type App, type FaceVerifier, type OutboxMessage, type Ports } from "../app.ts";
import { PRETENDED_SOURCES } from "../development/identity-source.ts";
import type { PolicyNumbers } from "../policy/numbers.ts";
import { createSystemClock } from "./clock.ts";
import { DEMO_PASSWORD_HASH } from "./demo-password.ts";
import { createPbkdf2Hasher } from "./hasher.ts";
import { createOutbox, outboxSms } from "./outbox.ts";
import { openSqlJsStore } from "./sqljs-store.ts";
import { bundledWasmUrl } from "./wasm-url.ts";

export interface MockServerOptions {
  /** Where `sql-wasm.wasm` of sql.js is. Default: the file Vite ships for `new URL(…, import.meta.url)`; in Node the package's own. */
  readonly wasmUrl?: string;
  /** Origins that may call. Only a page that sends an `Origin` header by hand needs it. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Tells faces apart. Default: nobody does, and the factor is not offered. */
  readonly face?: FaceVerifier;
  /** Numbers of the policy that differ from the defaults: how many wrong codes lock, for how long, how long a code lives. */
  readonly numbers?: Partial<PolicyNumbers>;
  /** Told what broke inside, where nothing should. Default: thrown where nobody catches it, so that the page or the test run shows it. */
  readonly onFault?: (fault: unknown) => void;
}

/** The reference server inside a page or a test: the same app and rules, its data in memory, its messages in `outbox`. */
export interface MockServer {
  /** Answers like the platform's `fetch`; hand it to an adapter. The first call loads SQLite and the demo data. */
  fetch(request: Request): Promise<Response>;
  /** What was sent, newest first; only to one address when it is given. */
  outbox(to?: string): readonly OutboxMessage[];
  /** Moves the server's clock forward, in milliseconds. */
  advance(ms: number): void;
  /** Lets go of the database. */
  close(): Promise<void>;
}

interface Booted {
  readonly app: App;
  readonly close: () => Promise<void>;
}

/** Makes a server with the development data. It loads nothing until it is first called. */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const clock = createSystemClock();
  const outbox = createOutbox(clock);
  let booting: Promise<Booted> | undefined;
  const booted = () => (booting ??= boot(options, clock, outbox));
  return {
    // A page is its own machine; there is no network in between.
    fetch: async (request) => (await booted()).app.fetch(request, { ip: "127.0.0.1" }),
    outbox: (to) => outbox.list(to),
    advance: (ms) => clock.advance(ms),
    close: async () => (await booting)?.close(),
  };
}

async function boot(options: MockServerOptions, clock: ReturnType<typeof createSystemClock>, outbox: ReturnType<typeof createOutbox>): Promise<Booted> {
  const store = await openSqlJsStore(options.wasmUrl ?? bundledWasmUrl());
  const ports: Ports = {
    store,
    clock,
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    hasher: createPbkdf2Hasher(),
    mailer: { send: (mail) => Promise.resolve(outbox.keep(mail)).then(() => "handed-over") },
    sms: outboxSms(outbox),
    identitySources: PRETENDED_SOURCES,
    ...(options.face === undefined ? {} : { face: options.face }),
    config: { environment: "development", secret: crypto.getRandomValues(new Uint8Array(32)), allowedOrigins: options.allowedOrigins ?? [], trustedProxies: [] },
  };
  await migrate(store);
  await seedDevelopment(ports, { passwordHash: DEMO_PASSWORD_HASH, ...(options.numbers === undefined ? {} : { numbers: options.numbers }) });
  const dev = { outbox: async (to?: string) => outbox.list(to), advanceClock: clock.advance };
  const app = createApp(ports, { onFault: options.onFault ?? throwUncaught, dev });
  return { app, close: () => app.idle().then(() => store.close()) };
}

function throwUncaught(fault: unknown): void {
  queueMicrotask(() => {
    throw fault;
  });
}
