import type { Call, Operation } from "@guard/contract";

/** Some of the contract's operations. */
export type Operations<Op extends Operation> = { readonly [Name in Op]: Call<Name> };
