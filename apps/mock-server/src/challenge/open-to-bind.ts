import { fail } from "@guard/contract";
import type { Factor, Result } from "@guard/contract";
import type { Domain } from "../domain.ts";
import type { Tx } from "../store/transaction.ts";
import { findOffer, mayBind } from "./offer.ts";
import type { Open } from "./offer.ts";
import { openChallenge } from "./open.ts";

/** The challenge, if a factor without an address may be bound in it: an authenticator app, a face. */
export async function openToBind(tx: Tx, domain: Domain, tokenHash: string, factor: Factor, now: number): Promise<Result<Open>> {
  const open = await openChallenge(tx, tokenHash, now);
  if (!open.ok) return open;
  if (!mayBind(open.value)) return fail({ code: "bind_not_allowed" });
  const offer = findOffer(open.value, domain.runners, factor);
  if (offer?.bound === true) return fail({ code: "bind_not_allowed" });
  return offer === undefined ? fail({ code: "factor_unavailable" }) : open;
}
