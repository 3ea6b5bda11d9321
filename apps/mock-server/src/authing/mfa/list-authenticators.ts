import { succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import { openVisit } from "../../account/visit.ts";
import { openChallenge } from "../../challenge/open.ts";
import { sha256 } from "../../crypto/digest.ts";
import { GLOBAL_SCOPE } from "../../policy/effective-policy.ts";
import type { Standing } from "../../sign-in/standing.ts";
import type { Binding } from "../../store/schema.ts";
import { transact } from "../../store/transaction.ts";
import type { Holding } from "../holder.ts";
import { done, refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { inUtc } from "../user.ts";

/** The authenticator apps somebody bound: their own for all applications (SELF), or those that count in this one (APPLICATION). Never with a secret, whatever Authing's examples show. */
export async function listAuthenticators(holding: Holding): Promise<Outcome> {
  const { clock } = holding.call.domain;
  const { searchParams } = new URL(holding.call.request.url);
  const found = await readStandingOf(holding);
  if (!found.ok) return refuse(found.error, clock.now());
  const { bindings, policy } = found.value;
  const source = searchParams.get("source");
  const scopes = source === "SELF" ? [GLOBAL_SCOPE] : source === "APPLICATION" ? [policy.scope] : [GLOBAL_SCOPE, policy.scope];
  const isAsked = searchParams.get("type") === "totp" || searchParams.get("type") === null;
  return done(isAsked ? bindings.filter(({ factor, scope }) => factor === "totp" && scopes.includes(scope)).map(describe) : []);
}

const describe = ({ id, accountId, boundAt }: Binding): object => ({ id, userId: accountId, authenticatorType: "totp", enable: true, createdAt: inUtc(boundAt), updatedAt: inUtc(boundAt), secret: null, recoveryCode: null });

async function readStandingOf({ kind, call: { domain, caller } }: Holding): Promise<Result<Standing>> {
  const tokenHash = await sha256(caller.token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const opened = await (kind === "session" ? openVisit(tx, tokenHash, now) : openChallenge(tx, tokenHash, now));
    return opened.ok ? succeed(opened.value.standing) : opened;
  });
}
