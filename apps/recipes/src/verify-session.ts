import { SessionStatus } from "@guard/contract";
import * as v from "valibot";

/** Where the login server stands, and who your backend is to it. The secret never leaves your server. */
export interface GuardServer {
  readonly url: string;
  readonly app: string;
  readonly secret: string;
}

export type LiveSession = Extract<SessionStatus, { active: true }>;

/** Whose session a token is; undefined when it is nobody's. Throws when the login server can't be asked: then nobody is let in. */
export async function verifySession({ url, app, secret }: GuardServer, token: string): Promise<LiveSession | undefined> {
  const response = await fetch(`${url}/api/v1/session/verify`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Basic ${Buffer.from(`${app}:${secret}`).toString("base64")}` },
    body: JSON.stringify({ token }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`The login server answered ${response.status} to /session/verify.`);
  const status = v.parse(SessionStatus, await response.json());
  return status.active ? status : undefined;
}
