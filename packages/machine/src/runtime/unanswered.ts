import { fail, type Result } from "@guard/contract";
import type { Answer, Effect } from "../flow/index.ts";

/** The answer of a call that never came, or could not even be made. */
export function unanswered({ type }: Effect, code: "timeout" | "network"): Answer {
  const answer: { readonly to: Effect["type"]; readonly result: Result<never> } = { to: type, result: fail({ code }) };
  return answer;
}
