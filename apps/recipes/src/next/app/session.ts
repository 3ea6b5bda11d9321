import { cookies } from "next/headers";
import { guardServerOf } from "../../guard-server.ts";
import { verifySession, type LiveSession } from "../../verify-session.ts";

/** `__Host-` needs TLS; a server on your desk has none. */
export const SESSION_COOKIE = process.env["GUARD_HTTP"] === "1" ? "session-dev" : "__Host-session";

/** Who is signed in, asked anew at each request: whoever signed out anywhere is out here. For server components and route handlers. */
export async function currentSession(): Promise<LiveSession | undefined> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token === undefined ? undefined : verifySession(guardServerOf(process.env), token);
}
