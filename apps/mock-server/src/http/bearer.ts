import type { Auth } from "@guard/contract";

const PREFIXES = { challenge: "gc_", session: "gs_" } as const;

/** The token a call must carry. A challenge token opens challenge calls and nothing else, and the other way round (S-23). */
export function readBearer(authorization: string | null, auth: Auth): string | undefined {
  if (auth === "none") return "";
  const token = /^Bearer ([A-Za-z0-9_-]{1,512})$/i.exec(authorization ?? "")?.[1];
  return token?.startsWith(PREFIXES[auth]) === true ? token : undefined;
}
