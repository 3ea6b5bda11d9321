import type { Operation } from "@guard/contract";
import type { Caller } from "./caller.ts";
import { mac } from "./crypto/mac.ts";
import type { Domain } from "./domain.ts";

/** Names a call by operation, token, key and body, so that the same key with the same body is the same call (R12a). A MAC, because bodies hold passwords and codes. */
export async function callId(domain: Domain, operation: Operation, caller: Caller, body: object): Promise<string | undefined> {
  if (caller.key === undefined) return undefined;
  const keys = await domain.keys();
  return mac(keys.call, operation, caller.token, caller.key, JSON.stringify(body));
}
