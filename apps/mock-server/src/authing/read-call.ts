import type { Domain } from "../domain.ts";
import { readCaller } from "../http/read-caller.ts";
import { publicOrigin } from "../network/public-origin.ts";
import type { Call } from "./call.ts";
import { readLanguage } from "./messages.ts";

/** Reads who calls. Clients name an application in a header, and bring a token with or without the word `Bearer`. */
export function readCall(domain: Domain, request: Request, socket: string | undefined): Omit<Call, "passwords"> {
  const { headers } = request;
  const app = headers.get("x-authing-app-id") ?? "";
  return {
    domain,
    request,
    origin: publicOrigin(request, socket, domain.proxies),
    caller: { ...readCaller(domain, request, socket), token: readToken(headers.get("authorization")) },
    app: /^[^\0]{1,256}$/.test(app) ? app : "",
    language: readLanguage(headers.get("x-authing-lang")),
    isGuard: headers.get("x-authing-request-from")?.startsWith("Guard@") === true,
  };
}

const readToken = (authorization: string | null): string => /^(?:Bearer )?([A-Za-z0-9._-]{1,512})$/i.exec(authorization ?? "")?.[1] ?? "";
