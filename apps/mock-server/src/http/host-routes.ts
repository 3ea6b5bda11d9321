import { BASE_PATH, hostEndpoints } from "@guard/contract";
import type { GuardError } from "@guard/contract";
import * as v from "valibot";
import type { Domain } from "../domain.ts";
import { admitHost } from "../hosts/admit-host.ts";
import { clientAddress } from "../network/client-address.ts";
import { verifySession } from "../session/verify.ts";
import { readBasic } from "./basic.ts";
import { problem } from "./problem.ts";
import { readJson } from "./request-body.ts";
import type { GuardHono } from "./routes.ts";

const { path, request: VerifyRequest } = hostEndpoints.verifySession;

/** Whether a request is for the hosts' backends. No page may make one, preflights included. */
export const isHostCall = (request: Request): boolean => new URL(request.url).pathname === BASE_PATH + path;

/** The calls of a host's own backend, which says who it is by its application's secret. */
export function mountHostOperations(hono: GuardHono, domain: Domain): void {
  hono.post(BASE_PATH + path, (context) => answer(context.req.raw, context.env?.ip, domain));
}

async function answer(request: Request, socket: string | undefined, domain: Domain): Promise<Response> {
  const { clock } = domain;
  if (request.headers.has("origin")) return problem({ code: "forbidden" }, clock.now());
  const credentials = readBasic(request.headers.get("authorization"));
  if (credentials === undefined) return refuseApplication({ code: "unauthorized" }, clock.now());
  const ip = clientAddress(socket, request.headers.get("x-forwarded-for"), domain.proxies);
  const admitted = await admitHost(domain, { ...credentials, ip });
  if (!admitted.ok) return refuseApplication(admitted.error, clock.now());
  const body = await readJson(request);
  const parsed = v.safeParse(VerifyRequest, body.ok ? body.value : undefined);
  if (!parsed.success) return problem({ code: "validation_failed" }, clock.now(), body.ok ? 422 : body.status);
  return Response.json(await verifySession(domain, credentials.app, parsed.output.token));
}

/** One answer for no secret, a wrong one and an unknown application; who tried too many of them waits. */
function refuseApplication(error: GuardError, now: number): Response {
  const response = problem(error, now);
  if (response.status === 401) response.headers.set("www-authenticate", 'Basic realm="guard", charset="UTF-8"');
  return response;
}
