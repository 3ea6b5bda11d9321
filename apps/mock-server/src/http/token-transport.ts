import { TOKEN_IN_COOKIE } from "@guard/contract";
import type { Auth, GuardError, Operation } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { signOut } from "../session/session.ts";
import { asksForCookie, clearCookie, cookieName, deviceCookieName, readCookie, writeCookie, writeDeviceCookie } from "./cookie.ts";

/** How the tokens of one request come in and go out. */
export interface TokenTransport {
  /** The token a call must carry, empty where it needs none; undefined when it is not there. */
  read(auth: Auth): string | undefined;
  /** The trusted device's token, where a cookie brought it. */
  readonly deviceToken: string | undefined;
  /** What a call is told that lacks its token. */
  missing(auth: Auth): GuardError;
  /** The answer of a call that succeeded. */
  deliver(value: object, operation: Operation, caller: Caller): Response | Promise<Response>;
}

const PREFIXES = { challenge: "gc_", session: "gs_" } as const;

/** A cookie's token counts only for a caller that asked for cookies: a form or an image can't send that header (S-42). */
export function transportOf(request: Request, domain: Domain): TokenTransport {
  return asksForCookie(request) ? inCookie(request, domain) : asBearer(request);
}

/** A challenge token opens challenge calls and nothing else, and the other way round (S-23). */
const fitting = (token: string | undefined, auth: keyof typeof PREFIXES) => (token?.startsWith(PREFIXES[auth]) === true ? token : undefined);

function asBearer({ headers }: Request): TokenTransport {
  const token = /^Bearer ([A-Za-z0-9_-]{1,512})$/i.exec(headers.get("authorization") ?? "")?.[1];
  return {
    deviceToken: undefined,
    read: (auth) => (auth === "none" ? "" : fitting(token, auth)),
    missing: () => ({ code: "unauthorized" }),
    deliver: (value) => Response.json(value),
  };
}

function inCookie(request: Request, domain: Domain): TokenTransport {
  const name = cookieName(request, domain.config);
  const carried = readCookie(request, name);
  const deviceName = deviceCookieName(request, domain.config);
  const deviceToken = readCookie(request, deviceName);
  return {
    deviceToken,
    read: (auth) => (auth === "none" ? "" : fitting(carried, auth)),
    // One cookie a browser: another tab may have signed in or out meanwhile, and this login is over.
    missing: (auth) => ({ code: auth === "challenge" ? "challenge_expired" : "unauthorized" }),
    async deliver(value, operation, caller) {
      const { told, trusted } = hideDevice(value);
      const { shown, hidden } = hideToken(told);
      const response = Response.json(shown);
      if (trusted !== undefined) response.headers.append("set-cookie", writeDeviceCookie(deviceName, trusted));
      if (operation === "signOut") response.headers.append("set-cookie", clearCookie(name));
      // A resumed challenge and whoami answer with the token that came.
      if (hidden === undefined || hidden === carried) return response;
      await endReplaced(domain, caller, carried);
      response.headers.append("set-cookie", writeCookie(name, hidden));
      return response;
    },
  };
}

/** The session whose cookie is about to be replaced ends with it: nobody could sign it out any more (S-25). One that ended before stays ended. */
async function endReplaced(domain: Domain, caller: Caller, carried: string | undefined): Promise<void> {
  const token = fitting(carried, "session");
  if (token !== undefined) await signOut(domain, { ...caller, token });
}

interface WithoutDevice {
  readonly told: object;
  readonly trusted?: string;
}

/** A completion without the token that makes this device trusted (R24). Pure. */
function hideDevice(value: object): WithoutDevice {
  if (!("deviceToken" in value) || typeof value.deviceToken !== "string") return { told: value };
  const { deviceToken: trusted, ...told } = value;
  return { told, trusted };
}

interface Hidden {
  readonly shown: object;
  readonly hidden?: string;
}

/** An answer without its token: a completion's or whoami's session, a completion's challenge, or a challenge by itself. Pure. */
function hideToken(value: object): Hidden {
  if (hasToken(value)) return { shown: { ...value, token: TOKEN_IN_COOKIE }, hidden: value.token };
  for (const [name, inner] of Object.entries(value)) {
    if (hasToken(inner)) return { shown: { ...value, [name]: { ...inner, token: TOKEN_IN_COOKIE } }, hidden: inner.token };
  }
  return { shown: value };
}

const hasToken = (value: unknown): value is { readonly token: string } => typeof value === "object" && value !== null && "token" in value && typeof value.token === "string";
