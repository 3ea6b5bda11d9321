import type { Domain } from "../domain.ts";
import { sha256 } from "../crypto/digest.ts";
import { findChallengeByToken } from "../store/challenge.ts";
import { claimSession } from "../store/session.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** Who holds what: a login on its way, or a session, which is taken where a mfaToken is (R23). */
export interface Holding {
  readonly kind: "challenge" | "session";
  readonly call: Call;
}

/** What the token of a call is. A token of another application opens nothing in this one, like one that nobody has. */
export async function readHolding(call: Call): Promise<Outcome<Holding>> {
  const { domain, caller, app } = call;
  if (caller.token === "") return refuse({ code: "unauthorized" }, domain.clock.now());
  const kind = caller.token.startsWith("gs_") ? "session" : "challenge";
  const isForeign = app !== "" && (await appOf(domain, caller.token, kind)) !== app;
  return done({ kind, call: isForeign ? { ...call, caller: { ...caller, token: "" } } : call });
}

async function appOf(domain: Domain, token: string, kind: Holding["kind"]): Promise<string | undefined> {
  const tokenHash = await sha256(token);
  return transact(domain.store, async (tx) => (kind === "session" ? await claimSession(tx, tokenHash, domain.clock.now()) : await findChallengeByToken(tx, tokenHash))?.app);
}
