import { Hono } from "hono";
import { Unreadable } from "../crypto/seal.ts";
import type { Domain } from "../domain.ts";
import { Busy } from "../ports.ts";
import { isContention } from "../store/transaction.ts";
import { mountAuthing } from "./authing.ts";
import { mountDevelopment } from "./development.ts";
import type { DevelopmentTools } from "./development.ts";
import { mountHealth } from "./health.ts";
import { isHostCall, mountHostOperations } from "./host-routes.ts";
import { mayChangeState, preflight, sealHeaders } from "./origin.ts";
import { problem } from "./problem.ts";
import { mountOperations } from "./routes.ts";
import type { Connection, GuardHono } from "./routes.ts";

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
  /** Resolves when nothing goes on any more: calls, also those whose caller went away, and messages that no answer waited for. Await it before you close the store. */
  readonly idle: () => Promise<void>;
}

/** The domain behind HTTP: headers, origins, routes, and what a fault is told. */
export function serve(domain: Domain, options: AppOptions): App {
  const { allowedOrigins: listed } = domain.config;
  const hono = mount(domain, options);
  const answer: App["fetch"] = async (request, connection = {}) => {
    // A secret has no place in a page, so no page is let near the calls that take one.
    const allowedOrigins = isHostCall(request) ? [] : listed;
    const response = preflight(request, allowedOrigins) ?? (await dispatch(hono, domain, options, request, connection));
    return sealHeaders(request, response, allowedOrigins);
  };
  const answering = new Set<Promise<Response>>();
  return {
    fetch(request, connection) {
      const answered = answer(request, connection).finally(() => answering.delete(answered));
      answering.add(answered);
      return answered;
    },
    async idle() {
      while (answering.size > 0) await Promise.allSettled(answering);
      await domain.background.idle();
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
  if (domain.authing !== undefined) mountAuthing(hono, domain, domain.authing);
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
    // A secret of ours that we can't open: nobody typed anything wrong, and whoever runs the server has to mend it (S-18).
    if (fault instanceof Unreadable) return problem({ code: "factor_unavailable" }, now, 503);
    return problem({ code: "unknown" }, now);
  }
}
