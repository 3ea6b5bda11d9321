import { TOKENS_HEADER } from "@guard/contract";
import { AUTHING_HEADERS, isAuthingCall } from "./authing.ts";
import { asksForCookie, carriesCookie } from "./cookie.ts";

/** Exact origins only: no suffix, no prefix, no `null` (S-43). Pure. */
export const isListed = (origin: string | null, allowed: readonly string[]): origin is string => origin !== null && origin !== "null" && allowed.includes(origin);

/**
 * A browser's page that is neither listed nor our own may read nothing and change nothing (S-42). A call without Origin
 * comes from no page; but where a cookie speaks for somebody, it has to be proven which page made the browser send it. Pure.
 */
export function mayChangeState(request: Request, allowed: readonly string[]): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return isSameOrigin(request) || !(asksForCookie(request) || carriesCookie(request));
  return isListed(origin, allowed) || isSameOrigin(request) || origin === new URL(request.url).origin;
}

const isSameOrigin = (request: Request): boolean => request.headers.get("sec-fetch-site") === "same-origin";

/** The answer to a preflight. What is not listed gets no permission. */
export function preflight(request: Request, allowed: readonly string[]): Response | undefined {
  if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) return undefined;
  if (!isListed(request.headers.get("origin"), allowed)) return new Response(null, { status: 403 });
  const headers = {
    "access-control-allow-methods": "GET, POST, DELETE",
    "access-control-allow-headers": isAuthingCall(request) ? AUTHING_HEADERS : `authorization, content-type, idempotency-key, ${TOKENS_HEADER.toLowerCase()}`,
    "access-control-max-age": "600",
  };
  return new Response(null, { status: 204, headers });
}

/** What every answer carries, whatever it says. */
export function sealHeaders(request: Request, response: Response, allowed: readonly string[]): Response {
  const { headers } = response;
  headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.append("vary", "Origin");
  const origin = request.headers.get("origin");
  if (isListed(origin, allowed)) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-expose-headers", "Retry-After");
    // Authing's clients ask for credentials with every call; no cookie is read there.
    if (asksForCookie(request) || isAuthingCall(request)) headers.set("access-control-allow-credentials", "true");
  }
  return response;
}
