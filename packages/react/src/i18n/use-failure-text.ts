import type { Failure } from "@guard/machine";
import { useMemo } from "react";
import { useRunning } from "../running.ts";
import { useOffset } from "../use-now.ts";
import { useView } from "../view-context.ts";
import { failureText } from "./error-text.ts";

/** A failure's sentence, made once: an alert whose seconds count down would be spoken each second. `locks`: wrong codes lead to the lock of R11. */
export function useFailureText(failure: Failure | undefined, locks = true): string | undefined {
  const { say, locale } = useView();
  const { clock } = useRunning();
  const offset = useOffset();
  return useMemo(() => failure && failureText(say, locale, failure, { now: clock.now(), offset, locks }), [say, locale, failure, clock, offset, locks]);
}
