import { Hono } from "hono";
import { createDomain } from "./domain.ts";
import type { Domain } from "./domain.ts";
import { mountDevelopment } from "./http/development.ts";
import type { DevelopmentTools } from "./http/development.ts";
import { mountHealth } from "./http/health.ts";
import { mayChangeState, preflight, sealHeaders } from "./http/origin.ts";
import { problem } from "./http/problem.ts";
import { isHostCall, mountHostOperations } from "./http/host-routes.ts";
import { mountOperations } from "./http/routes.ts";
import type { Connection, GuardHono } from "./http/routes.ts";
import { Busy } from "./ports.ts";
import type { Ports } from "./ports.ts";
import { isContention } from "./store/transaction.ts";

// Room: mock-server. Everything here runs in Node and in a page alike; platforms come in through the ports.

export { seedDevelopment } from "./development/seed.ts";
export type { DevelopmentTools, OutboxMessage } from "./http/development.ts";
export { issueApplicationSecret } from "./hosts/application-secret.ts";
export type { Connection } from "./http/routes.ts";
export { Busy } from "./ports.ts";
export type { Clock, Config, Geo, Handover, Hasher, Mail, Mailer, Ports, Random, Store } from "./ports.ts";
export { migrate } from "./store/migrate.ts";
export type { Database } from "./store/schema.ts";
export { createSqliteDialect } from "./store/sqlite-dialect.ts";

export interface AppOptions {
  /** Hears of every bug: what was thrown where nothing should throw. The client gets `unknown` and no stack. */
  readonly onFault?: (fault: unknown) => void;
  /** True once the server is about to stop: health says so first (S-59). */
  readonly isDraining?: () => boolean;
  /** Served in development only; in production the routes do not exist. */
  readonly dev?: DevelopmentTools;
}

/** A fetch-shaped server: the same object serves Node, a page, and tests. */
export interface App {
  readonly fetch: (request: Request, connection?: Connection) => Promise<Response>;
}

/** Builds the server over its ports. It opens no port, file or timer; migrate the store before the first request. */
export function createApp(ports: Ports, options: AppOptions = {}): App {
  const domain = createDomain(ports);
  const hono = mount(domain, options);
  return {
    fetch: async (request, connection = {}) => {
      // A secret has no place in a page, so no page is let near the calls that take one.
      const allowedOrigins = isHostCall(request) ? [] : ports.config.allowedOrigins;
      const response = preflight(request, allowedOrigins) ?? (await dispatch(hono, domain, options, request, connection));
      return sealHeaders(request, response, allowedOrigins);
    },
  };
}

function mount(domain: Domain, options: AppOptions): GuardHono {
  const hono: GuardHono = new Hono();
  // Faults are told apart in one place, `dispatch`; Hono's own handler would print them.
  hono.onError((fault) => {
    throw fault;
  });
  hono.notFound(() => problem({ code: "not_found" }, domain.clock.now()));
  mountHealth(hono, domain, options.isDraining ?? (() => false));
  mountOperations(hono, domain);
  mountHostOperations(hono, domain);
  if (domain.config.environment === "development" && options.dev !== undefined) mountDevelopment(hono, domain, options.dev);
  return hono;
}

async function dispatch(hono: GuardHono, domain: Domain, options: AppOptions, request: Request, connection: Connection): Promise<Response> {
  const changesState = request.method !== "GET" && request.method !== "HEAD";
  if (changesState && !mayChangeState(request, domain.config.allowedOrigins)) return problem({ code: "forbidden" }, domain.clock.now());
  try {
    return await hono.fetch(request, connection);
  } catch (fault) {
    const now = domain.clock.now();
    if (fault instanceof Busy || isContention(fault)) return problem({ code: "unavailable", retryAt: now + 1000 }, now);
    options.onFault?.(fault);
    return problem({ code: "unknown" }, now);
  }
}
