import { Factor, Identifier, Name, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import * as v from "valibot";
import type { Caller } from "../caller.ts";
import { readCurrentCode } from "../development/current-code.ts";
import type { Domain } from "../domain.ts";
import { switchFactors } from "../policy/switch-factors.ts";
import { signInBySource } from "../sign-in/by-source.ts";
import { isListed } from "./origin.ts";
import { outboxPage } from "./outbox-page.ts";
import { problem } from "./problem.ts";
import { readCaller } from "./read-caller.ts";
import { readJson } from "./request-body.ts";
import type { GuardHono } from "./routes.ts";

/** A message as the platform's inbox received it. */
export interface OutboxMessage {
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly code?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the platform part lends to /dev/*. */
export interface DevelopmentTools {
  /** Newest first. */
  readonly outbox?: (to?: string) => Promise<readonly OutboxMessage[]>;
  /** Moves the server's clock; never backwards. */
  readonly advanceClock?: (ms: number) => void;
}

const Advance = v.strictObject({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(31 * 86_400_000)) });
const BySource = v.strictObject({ app: Name, source: Name, identifier: Identifier });
const Switch = v.strictObject({ app: Name, factors: v.pipe(v.array(Factor), v.maxLength(Factor.options.length), v.check((factors) => new Set(factors).size === factors.length)) });
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Routes that do not exist outside development. */
export function mountDevelopment(hono: GuardHono, domain: Domain, tools: DevelopmentTools): void {
  const { clock, config } = domain;
  hono.use("/dev/*", async (context, next) => {
    if (!isLocal(context.req.raw, config.allowedOrigins)) return problem({ code: "forbidden" }, clock.now());
    return next();
  });
  hono.get("/dev/totp", async (context) => {
    const current = await readCurrentCode(domain, context.req.query("user") ?? "");
    return current === undefined ? problem({ code: "not_found" }, clock.now()) : Response.json({ ...current, now: clock.now() });
  });
  // A pretended third party, whose page nobody needs to build for a test (R2).
  mountCall(hono, domain, "/dev/identity-source", BySource, ({ app, source, identifier }, caller) => signInBySource(domain, caller, { app, source, assertion: identifier }));
  // As an administrator will (R16, R16a, R19).
  mountCall(hono, domain, "/dev/factors", Switch, (wanted, caller) => switchFactors(domain, caller, wanted));
  const { outbox, advanceClock } = tools;
  if (outbox !== undefined) hono.get("/dev/outbox", async (context) => showOutbox(context.req.raw, await outbox(context.req.query("to")), clock.now()));
  if (advanceClock !== undefined) {
    mountCall(hono, domain, "/dev/clock", Advance, ({ advanceMs }) => {
      advanceClock(advanceMs);
      return succeed({ now: clock.now() });
    });
  }
}

/** One call: its body is read by its schema, and what came of it is answered. */
function mountCall<Schema extends v.GenericSchema>(hono: GuardHono, domain: Domain, path: string, schema: Schema, run: (request: v.InferOutput<Schema>, caller: Caller) => Result<object> | Promise<Result<object>>): void {
  const { clock } = domain;
  hono.post(path, async (context) => {
    const body = await readJson(context.req.raw);
    const parsed = v.safeParse(schema, body.ok ? body.value : undefined);
    if (!parsed.success) return problem({ code: "validation_failed" }, clock.now(), body.ok ? 422 : body.status);
    const result = await run(parsed.output, { ...readCaller(domain, context.req.raw, context.env?.ip), token: "" });
    return result.ok ? Response.json(result.value) : problem(result.error, clock.now());
  });
}

/** Host is loopback and Origin is absent, listed or our own: a name that was rebound to 127.0.0.1 gets nothing (S-60). Pure. */
function isLocal(request: Request, allowed: readonly string[]): boolean {
  const url = new URL(request.url);
  const origin = request.headers.get("origin");
  return LOOPBACK.has(url.hostname) && (origin === null || origin === url.origin || isListed(origin, allowed));
}

function showOutbox(request: Request, messages: readonly OutboxMessage[], now: number): Response {
  if (!prefersHtml(request.headers.get("accept"))) return Response.json({ messages, now });
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };
  return new Response(outboxPage(messages), { headers });
}

/** A browser names text/html before anything else; a script names JSON or nothing. Pure. */
function prefersHtml(accept: string | null): boolean {
  const types = (accept ?? "").toLowerCase();
  const html = types.indexOf("text/html");
  const json = types.indexOf("application/json");
  return html >= 0 && (json < 0 || html < json);
}
