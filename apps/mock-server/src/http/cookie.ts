import { TOKENS_HEADER } from "@guard/contract";
import type { Config } from "../ports.ts";

/** `__Host-`: set by this host over TLS, for this host alone; no other page or subdomain can plant one (S-25). */
const NAME = "__Host-guard";
/** Plain http takes no `__Host-`; development on loopback gets a name that nobody mistakes for the real one. */
const DEVELOPMENT_NAME = "guard-dev";
/** A trusted device's cookie stands beside the session's and outlives it (R24). */
const DEVICE_SUFFIX = "-device";
/** 90 days in seconds, the longest any policy allows; when a trust ends before that, the server says. */
const DEVICE_MAX_AGE = 7_776_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether the caller wants its tokens in a cookie; a preflight says so for the call it asks about. Pure. */
export function asksForCookie({ headers }: Request): boolean {
  const announced = (headers.get("access-control-request-headers") ?? "").toLowerCase().split(",").map((name) => name.trim());
  return headers.get(TOKENS_HEADER) === "cookie" || announced.includes(TOKENS_HEADER.toLowerCase());
}

/** Whether a token of ours came along in a cookie, wanted or not. Pure. */
export const carriesCookie = (request: Request): boolean => [NAME, DEVELOPMENT_NAME].flatMap((name) => [name, name + DEVICE_SUFFIX]).some((name) => readCookie(request, name) !== undefined);

/** The cookie's name for this request. Behind a proxy that ends TLS the server sees http, so production never asks. Pure. */
export function cookieName(request: Request, { environment }: Pick<Config, "environment">): string {
  const { protocol, hostname } = new URL(request.url);
  return environment === "development" && protocol === "http:" && LOOPBACK.has(hostname) ? DEVELOPMENT_NAME : NAME;
}

export const deviceCookieName = (request: Request, config: Pick<Config, "environment">): string => cookieName(request, config) + DEVICE_SUFFIX;

/** The token in a cookie. Pure. */
export function readCookie({ headers }: Request, name: string): string | undefined {
  const prefix = `${name}=`;
  const pair = (headers.get("cookie") ?? "").split(";").map((entry) => entry.trim()).find((entry) => entry.startsWith(prefix));
  const value = pair?.slice(prefix.length);
  return value !== undefined && /^[A-Za-z0-9_-]{1,512}$/.test(value) ? value : undefined;
}

/** A cookie that ends with the browser; when its token ends the server says. Pure. */
export function writeCookie(name: string, token: string): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${secure(name)}`;
}

export function writeDeviceCookie(name: string, token: string): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_MAX_AGE}${secure(name)}`;
}

export function clearCookie(name: string): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(name)}`;
}

const secure = (name: string): string => (name.startsWith(NAME) ? "; Secure" : "");
