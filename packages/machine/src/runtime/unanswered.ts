import type { Result } from "@guard/contract";

/** The answer of a call that never came, or could not even be made. Without `fail`, which would be a request of its own for 85 bytes beside the first form. */
export function unanswered<Answer extends { readonly to: string; readonly result: Result<unknown> }>({ type }: { readonly type: Answer["to"] }, code: "timeout" | "network"): Answer {
  const answer: { readonly to: Answer["to"]; readonly result: Result<never> } = { to: type, result: { ok: false, error: { code } } };
  // The cast: every kind of answer can be a failure, whatever it is to.
  return answer as Answer;
}
