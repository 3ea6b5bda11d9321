import type { Completion, RecoveryRequest, Result, VerifyRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { ask } from "./ask.ts";

/** Judges a typed code (R12). */
export function verifyCode(domain: Domain, caller: Caller, request: v.InferOutput<typeof VerifyRequest>): Promise<Result<Completion>> {
  const { factor, code, trustDevice } = request;
  return ask(domain, caller, { operation: "verifyCode", factor, given: { kind: "code", code }, request, trustDevice });
}

/** Judges a recovery code in the place of a factor (R15). */
export function verifyRecoveryCode(domain: Domain, caller: Caller, request: v.InferOutput<typeof RecoveryRequest>): Promise<Result<Completion>> {
  return ask(domain, caller, { operation: "verifyRecoveryCode", factor: "recovery", given: { kind: "recovery", code: request.code }, request });
}
