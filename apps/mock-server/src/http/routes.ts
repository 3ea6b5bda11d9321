import { BASE_PATH, endpoints } from "@guard/contract";
import type { Endpoint, Operation, Result } from "@guard/contract";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { handlers } from "./handlers.ts";
import { parseInput } from "./parse-input.ts";
import { problem } from "./problem.ts";
import { readCaller } from "./read-caller.ts";
import { transportOf } from "./token-transport.ts";

/** What the platform part tells about a connection. */
export interface Connection {
  /** The socket's address; absent where there is no network. */
  readonly ip?: string;
}

export type GuardHono = Hono<{ Bindings: Connection }>;
type GuardContext = Context<{ Bindings: Connection }>;
type AnyHandler = (domain: Domain, caller: Caller, input: object) => Promise<Result<object>>;

/** One route for each row of the contract's table; there is no other list of them. */
export function mountOperations(hono: GuardHono, domain: Domain): void {
  for (const operation of Object.keys(endpoints).filter(isOperation)) {
    const endpoint: Endpoint = endpoints[operation];
    hono.on(endpoint.method, BASE_PATH + endpoint.path, (context) => answer(context, domain, operation, endpoint));
  }
}

const isOperation = (name: string): name is Operation => Object.hasOwn(endpoints, name);

async function answer(context: GuardContext, domain: Domain, operation: Operation, endpoint: Endpoint): Promise<Response> {
  const { raw: request } = context.req;
  const tokens = transportOf(request, domain);
  const token = tokens.read(endpoint.auth);
  if (token === undefined) return problem(tokens.missing(endpoint.auth), domain.clock.now());
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key !== undefined && !/^[\x21-\x7E]{1,255}$/.test(key)) return problem({ code: "validation_failed" }, domain.clock.now());
  const parsed = await parseInput(operation, endpoint, { request, query: context.req.query(), params: context.req.param() });
  if (!parsed.ok) return problem({ code: parsed.code }, domain.clock.now(), parsed.status);
  const caller: Caller = { ...readCaller(domain, request, context.env?.ip), token, key, deviceToken: tokens.deviceToken };
  // The schema of this row of the table parsed the input, so it fits this row's handler; the compiler can't pair the two through a loop.
  const handle = handlers[operation] as AnyHandler;
  const result = await handle(domain, caller, parsed.input);
  return result.ok ? tokens.deliver(result.value, operation, caller) : problem(result.error, domain.clock.now());
}
