import { fail, type Result } from "@guard/contract";

/** The end of a call's patience: the caller's abort or the adapter's own timeout, whichever is first. */
export interface Deadline {
  /** Aborts the request at the end. */
  readonly signal: AbortSignal;
  /** Resolves at the end, with what the call then answers. */
  readonly over: Promise<Result<never>>;
  /** Lets go of the timer and of the caller's signal. */
  clear(): void;
}

/** By hand and not by AbortSignal.any: the answer depends on who ended it, and Safari before 17.4 has no `any`. */
export function startDeadline(caller: AbortSignal, timeoutMs: number): Deadline {
  const controller = new AbortController();
  let clear = () => {};
  const over = new Promise<Result<never>>((resolve) => {
    const end = (result: Result<never>) => {
      resolve(result);
      controller.abort();
    };
    const onAbort = () => end(fail({ code: "unknown", raw: "aborted" }));
    const timer = setTimeout(() => end(fail({ code: "timeout" })), timeoutMs);
    caller.addEventListener("abort", onAbort, { once: true });
    clear = () => {
      clearTimeout(timer);
      caller.removeEventListener("abort", onAbort);
    };
  });
  return { signal: controller.signal, over, clear };
}
