import type { Failure } from "@guard/machine";
import { useMemo } from "react";
import { useGuard, useRunningGuard } from "../use-guard.ts";
import { useView } from "../view-context.ts";
import { failureText } from "./error-text.ts";

/** A failure's sentence, made once: an alert whose seconds count down would be spoken each second. */
export function useFailureText(failure: Failure | undefined): string | undefined {
  const { say, locale } = useView();
  const { clock } = useRunningGuard();
  const offset = useGuard(({ state }) => state.offset);
  const locks = useGuard(({ state }) => !state.at.startsWith("codeSignIn."));
  return useMemo(() => failure && failureText(say, locale, failure, { now: clock.now(), offset, locks }), [say, locale, failure, clock, offset, locks]);
}
