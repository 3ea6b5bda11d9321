import type { CodeField } from "../use-code-field.ts";
import { useView } from "../view-context.ts";

/** One place for what is wrong with the code, whoever says so (law 10). `refusal`: the server's, in words. */
export function useCodeError({ problem, failure, digits }: CodeField, refusal: string | undefined): string | undefined {
  const { say } = useView();
  switch (problem) {
    case "empty":
      return say("verify.empty");
    case "short":
      return say("verify.short", { count: digits.length });
    case "tooLong":
      return say("verify.long");
    case "several":
      return say("verify.several");
    case "notDigits":
      return say("verify.notDigits");
    case undefined:
      return failure?.error.code === "code_invalid" ? refusal : undefined;
  }
}
