import type { VerifyRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Minted } from "../sign-in/complete-login.ts";
import type { Reservation } from "../store/account.ts";
import type { Offer, Open } from "./offer.ts";

/** A call that brings a code to be judged. */
export interface VerifyCall {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly request: v.InferOutput<typeof VerifyRequest>;
  readonly tokenHash: string;
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
  readonly minted: Minted;
}

/** A try that was counted and may now be compared. */
export interface Reserved {
  readonly open: Open;
  readonly offer: Offer;
  readonly reservation: Reservation;
}
