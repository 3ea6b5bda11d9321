import type { Failure } from "@guard/machine";
import { useMemo } from "react";
import { useRunning } from "../running.ts";
import { useOffset } from "../use-now.ts";
import { useView } from "../view-context.ts";
import { failureText } from "./error-text.ts";

/** A failure's sentence, made once: an alert whose seconds count down would be spoken each second. */
export function useFailureText(failure: Failure | undefined): string | undefined {
  const { say, locale } = useView();
  const { clock } = useRunning();
  const offset = useOffset();
  return useMemo(() => failure && failureText(say, locale, failure, { now: clock.now(), offset }), [say, locale, failure, clock, offset]);
}
