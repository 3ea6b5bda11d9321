import type { Refusal } from "./refusal.ts";

/** How a call ends whose answer is not waited for any more. */
export type Given = { readonly by: "aborted" } | Extract<Refusal, { by: "timeout" }>;

/** The end of a call's patience: the caller's abort or the adapter's own timeout, whichever is first. The call itself can't be stopped. */
export function startDeadline(caller: AbortSignal, timeoutMs: number): { readonly over: Promise<Given>; clear(): void } {
  let clear = () => {};
  const over = new Promise<Given>((resolve) => {
    const onAbort = () => resolve({ by: "aborted" });
    const timer = setTimeout(() => resolve({ by: "timeout" }), timeoutMs);
    caller.addEventListener("abort", onAbort, { once: true });
    clear = () => {
      clearTimeout(timer);
      caller.removeEventListener("abort", onAbort);
    };
  });
  return { over, clear };
}
