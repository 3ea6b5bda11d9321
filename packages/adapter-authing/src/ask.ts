import { fail, type CallContext, type Result } from "@guard/contract";
import { startDeadline, type Given } from "./deadline.ts";
import { guardErrorOf } from "./guard-error.ts";
import type { Link } from "./link.ts";
import { readRejection, type Refusal } from "./refusal.ts";

/** What one call of the SDK came to. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal | Given };

/**
 * Makes one call of the SDK. It never rejects. The SDK can't be told to stop, so what an aborted call does answer later
 * goes to `late`, which undoes what the SDK did with it.
 */
export async function ask(link: Link, { signal }: CallContext, call: () => Promise<unknown>, late?: (value: unknown) => void): Promise<Answer> {
  if (signal.aborted) return { ok: false, refusal: { by: "aborted" } };
  const deadline = startDeadline(signal, link.timeoutMs);
  const answering = settle(call).then((answer) => hear(link, answer));
  const over = deadline.over.then((refusal) => ({ ok: false as const, refusal, isOver: true }));
  const first = await Promise.race([answering, over]);
  deadline.clear();
  if ("isOver" in first) void answering.then((answer) => answer.ok && late?.(answer.value));
  return first;
}

async function settle(call: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: await call() };
  } catch (reason) {
    return { ok: false, refusal: readRejection(reason) };
  }
}

/** A refusal tells the server's clock, which all later deadlines are counted by. */
export function hear<T>({ clock }: Link, answer: { readonly ok: true; readonly value: T } | Extract<Answer, { ok: false }>): typeof answer {
  if (!answer.ok && answer.refusal.by === "server") clock.learn(answer.refusal.data);
  return answer;
}

/** The failure that a refusal is to a caller. */
export function failure({ clock }: Link, refusal: Refusal | Given): Result<never> {
  const now = clock.now();
  return fail(refusal.by === "aborted" ? { code: "unknown", raw: "aborted" } : guardErrorOf(refusal, now), now);
}
