import { endpoints, BASE_PATH } from "@guard/contract";
import type { Operation } from "@guard/contract";
import { Kysely } from "kysely";
import type { SqliteDatabase } from "kysely";
import { createSqliteDialect, migrate, seedDevelopment } from "../app.ts";
import type { App, AppOptions, Database, Ports, Store } from "../app.ts";
import { createDomain } from "../domain.ts";
import type { Domain } from "../domain.ts";
import type { FactorRunner } from "../factors/runner.ts";
import { serve } from "../http/serve.ts";
import { createTestPorts } from "./ports.ts";
import type { TestPorts } from "./ports.ts";

// Room: mock-server's tests. A whole server in memory, with its clock, dice and mailbox in the test's hands.

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly token?: string;
  readonly key?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Rig extends TestPorts {
  readonly app: App;
  readonly domain: Domain;
  readonly db: Kysely<Database>;
  /** What the server could not answer for: `onFault` was called with it. */
  readonly faults: unknown[];
  call(operation: Operation, input?: object, options?: CallOptions): Promise<Answer>;
}

export interface RigOptions extends AppOptions {
  readonly ports?: Partial<Ports>;
  readonly environment?: "development" | "production";
  /** Factors beside the registry's. */
  readonly runners?: readonly FactorRunner[];
}

/** A seeded server over an in-memory database. */
export function createRig(database: SqliteDatabase, options: RigOptions = {}): Promise<Rig> {
  const db = new Kysely<Database>({ dialect: createSqliteDialect(database) });
  return createRigOn({ db, close: () => db.destroy() }, options);
}

/** A seeded server over any store. */
export async function createRigOn(store: Store, options: RigOptions = {}): Promise<Rig> {
  const test = createTestPorts(store, options.environment ?? "development");
  const ports: Ports = { ...test.ports, ...options.ports };
  await migrate(ports.store);
  await seedDevelopment(test.ports);
  test.hashed.length = 0;
  const faults: unknown[] = [];
  const domain = createDomain(ports, options.runners, (fault) => faults.push(fault));
  const app = serve(domain, { onFault: (fault) => faults.push(fault), ...options });
  return { ...test, ports, app, domain, db: store.db, faults, call: (operation, input, callOptions) => callOperation(app, operation, input, callOptions) };
}

async function callOperation(app: App, operation: Operation, input: object = {}, options: CallOptions = {}): Promise<Answer> {
  const { method, path } = endpoints[operation];
  const headers = new Headers(options.headers);
  if (options.token !== undefined) headers.set("authorization", `Bearer ${options.token}`);
  if (options.key !== undefined) headers.set("idempotency-key", options.key);
  const fill = (_: string, name: string) => encodeURIComponent(String((input as Readonly<Record<string, unknown>>)[name]));
  const url = new URL(`http://localhost${BASE_PATH}${path.replace(/:(\w+)/g, fill)}`);
  if (method === "POST" && !headers.has("content-type")) headers.set("content-type", "application/json");
  if (method === "GET") for (const [name, value] of Object.entries(input)) url.searchParams.set(name, String(value));
  const body = method === "POST" ? { body: JSON.stringify(input) } : {};
  const response = await app.fetch(new Request(url, { method, headers, ...body }), { ip: options.ip ?? "203.0.113.7" });
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
}
