import { fail } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { Domain } from "../domain.ts";
import type { Tx } from "../store/transaction.ts";
import { findOffer, mayBind } from "./offer.ts";
import type { Open } from "./offer.ts";
import { openChallenge } from "./open.ts";

/** The challenge, if an authenticator app may be bound in it. */
export async function openForTotp(tx: Tx, domain: Domain, tokenHash: string, now: number): Promise<Result<Open>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  if (!mayBind(open.value)) return fail({ code: "bind_not_allowed" });
  const offer = findOffer(open.value, domain.runners, "totp");
  if (offer?.bound === true) return fail({ code: "bind_not_allowed" });
  return offer === undefined ? fail({ code: "factor_unavailable" }) : open;
}
