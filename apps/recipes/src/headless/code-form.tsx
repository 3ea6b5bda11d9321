import { useCodeField, useResend, type CodeField } from "@guard/react";

function problemOf({ problem, failure, digits }: CodeField): string | undefined {
  if (problem !== undefined) return `A code has six digits; here are ${digits.length}.`;
  if (failure?.error.code === "code_invalid") return `That is not the code. ${failure.error.attemptsLeft ?? ""} tries are left.`;
  return failure && "That did not work. Try again.";
}

/** One input: pasted sentences are read, the sixth digit sends it, a refusal empties it. */
export function CodeForm() {
  const field = useCodeField();
  const { sentTo } = useResend();
  return (
    <form {...field.getFormProps()}>
      <label>
        Code <input {...field.getInputProps({ "aria-describedby": "code-problem" })} />
      </label>
      <p>{sentTo === undefined ? "" : `It went to ${sentTo}.`}</p>
      <p id="code-problem" role="alert">
        {problemOf(field)}
      </p>
      <button type="submit" aria-disabled={field.busy}>
        Verify
      </button>
    </form>
  );
}
