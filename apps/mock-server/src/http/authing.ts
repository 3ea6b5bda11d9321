import type { Domain } from "../domain.ts";
import { lazy } from "../lazy.ts";
import type { RsaDecrypter } from "../ports.ts";
import type { GuardHono } from "./routes.ts";

/** What Authing's SDK and Guard 5 send along, beyond what our own client does. */
export const AUTHING_HEADERS = ["authorization", "content-type", ...["app-id", "lang", "request-from", "sdk-version", "app-tenant-id", "userpool-id", "device-id"].map((name) => `x-authing-${name}`)].join(", ");

const PATHS = ["/api/v2/*", "/api/v3/*", "/graphql/v2", "/interaction/*", "/logout"] as const;

/** Whether a request is for the routes of Authing's clients. Pure. */
export const isAuthingCall = (request: Request): boolean => {
  const { pathname } = new URL(request.url);
  return PATHS.some((path) => (path.endsWith("*") ? pathname.startsWith(path.slice(0, -1)) : pathname === path));
};

/** The routes of Authing's clients, loaded when the first of them calls: most servers never see one. */
export function mountAuthing(hono: GuardHono, domain: Domain, { rsa }: { readonly rsa: RsaDecrypter }): void {
  // oxlint-disable-next-line no-restricted-imports -- the one door to that room
  const room = lazy(async () => (await import("../authing/room.ts")).openRoom(domain, rsa));
  for (const path of PATHS) hono.all(path, async (context) => (await room())(context.req.raw, context.env?.ip));
}
