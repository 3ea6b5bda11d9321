import type { Caller } from "../caller.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { clientAddress } from "../network/client-address.ts";

/** Longer ones tell nothing more, and the audit keeps them for good. */
const LONGEST_USER_AGENT = 256;

/** Who calls, as the audit keeps it (R22). */
export function readCaller(domain: Domain, { headers }: Request, socket: string | undefined): Omit<Caller, "token"> {
  const ip = clientAddress(socket, headers.get("x-forwarded-for"), domain.proxies);
  const userAgent = headers.get("user-agent")?.slice(0, LONGEST_USER_AGENT);
  return { ip, country: domain.geo?.country(ip) ?? "unknown", requestId: newId(domain.random), userAgent };
}
