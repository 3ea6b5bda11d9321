import type { Completion, Result, SignInRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Identifier } from "../account/identifier.ts";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Guess } from "../limits/password-throttle.ts";
import type { Account } from "../store/schema.ts";

/** A password login on its way through one request. */
export interface Entry {
  readonly domain: Domain;
  readonly caller: Caller;
  readonly request: v.InferOutput<typeof SignInRequest>;
  readonly identifier: Identifier;
  readonly guess: Guess;
  /** Of the trusted device's token that came along, if one did (R24). */
  readonly deviceHash: string | undefined;
  /** Its idempotency id, when it carries a key (R12a). */
  readonly call: string | undefined;
}

/** Either the answer stands before any password was looked at, or this account's is to be judged; nobody's where there is none. */
export type Admitted = { readonly kind: "answered"; readonly answer: Result<Completion> } | { readonly kind: "admitted"; readonly account: Account | undefined };
