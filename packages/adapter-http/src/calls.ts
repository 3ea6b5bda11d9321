import { endpoints, type CallContext, type Result } from "@guard/contract";
import type { CallInput } from "./build-request.ts";
import { createCall, type Transport } from "./call.ts";

/** A call as the generic code sees it; each operation's own types stand in the contract. */
export type AnyCall = (input: CallInput, context: CallContext) => Promise<Result<unknown>>;

/** Every operation of the endpoints table as a call. */
export function createCalls(transport: Transport): { readonly [name: string]: AnyCall } {
  return Object.fromEntries(Object.entries(endpoints).map(([operation, endpoint]) => [operation, createCall(transport, endpoint)]));
}
