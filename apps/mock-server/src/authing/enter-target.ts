import type { BindRequest, Bound, Result } from "@guard/contract";
import type * as v from "valibot";
import { bindIn } from "../challenge/bind.ts";
import type { Domain } from "../domain.ts";
import { setLooseTarget } from "../store/authing-waiting.ts";
import { transact } from "../store/transaction.ts";
import type { Waiting } from "./find-waiting.ts";

/** Enters the address that a login is to bind. What was entered with the login's token, no send without one replaces: it could be a stranger's from the same network. */
export async function enterTarget(domain: Domain, { tokenHash, isOwn, looseTarget }: Omit<Waiting, "binds">, request: v.InferOutput<typeof BindRequest>): Promise<Result<Bound>> {
  const bound = await bindIn(domain, tokenHash, request, (entered) => isOwn || entered === null || entered === looseTarget);
  if (bound.ok) await transact(domain.store, (tx) => setLooseTarget(tx, tokenHash, isOwn ? null : request.target));
  return bound;
}
