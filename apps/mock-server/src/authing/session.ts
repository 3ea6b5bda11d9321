import { readSession, signOut } from "../session/session.ts";
import type { Call } from "./call.ts";
import { readHolding } from "./holder.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { toUser } from "./user.ts";
import type { AuthingUser } from "./user.ts";

/** Who a session's token belongs to. Nobody is told about anybody else. */
export async function readUser(call: Call, id: string | null | undefined): Promise<Outcome<AuthingUser>> {
  const { domain } = call;
  const holding = await readHolding(call);
  if (!holding.ok) return holding;
  const whoami = await readSession(domain, holding.data.call.caller);
  if (!whoami.ok) return refuse(whoami.error, domain.clock.now());
  const { session } = whoami.value;
  return id === null || id === undefined || id === session.user.id ? done(toUser(session)) : refuse({ code: "forbidden" }, domain.clock.now());
}

/** Ends the session. One that is over already is no error: a client that heard of one would keep its token. */
export async function logout({ domain, caller }: Call): Promise<Outcome<null>> {
  if (caller.token.startsWith("gs_")) await signOut(domain, caller);
  return done(null);
}
