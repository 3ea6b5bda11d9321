import { activeFactor, type Failure, type State, type UserEvent } from "@guard/machine";
import type { Draft } from "./runtime/drafts.ts";
import { useCodeEntry, type CodeField } from "./runtime/use-code-entry.ts";
import { useGuard } from "./use-guard.ts";

export type { CodeField, CodeProblem } from "./runtime/use-code-entry.ts";

export interface CodeFieldOptions {
  /** Judges a code as soon as its sixth digit is there. Default true. */
  readonly autoSubmit?: boolean;
  /** Keeps what was typed while the field is away with its tab. Default: it is forgotten. */
  readonly draft?: Draft;
  /** Says whether this device is to be trusted, where the challenge offers it (R24). Default: no. */
  readonly trustDevice?: () => boolean;
  /** Sends the code on; for a host that wants to look first. Default: straight to the machine. */
  readonly submitCode?: (event: Extract<UserEvent, { readonly type: "CODE.SUBMIT" }>) => void;
}

/** Why the last code was refused: an enrolment and a sign-in by code keep that themselves, a challenge keeps it with its factor. */
function codeFailureOf(state: State): Failure | undefined {
  if (state.at === "challenge" || state.at === "challenge.verifying") return activeFactor(state.challenge).failure;
  return "failure" in state ? state.failure : undefined;
}

/** The code field's behaviour without its looks, for the code that the login waits for. */
export function useCodeField({ autoSubmit = true, draft, trustDevice, submitCode }: CodeFieldOptions = {}): CodeField {
  const { state, busy, send } = useGuard();
  const submit = (code: string): void => {
    const event = { type: "CODE.SUBMIT", code, ...(trustDevice?.() ? { trustDevice: true } : {}) } as const;
    if (submitCode) submitCode(event);
    else send(event);
  };
  return useCodeEntry({ autoSubmit, draft, failure: codeFailureOf(state), busy, submitCode: submit });
}
