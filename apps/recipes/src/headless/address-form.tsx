import { useGuard } from "@guard/react";

/** Nothing is bound yet: where shall codes go? */
export function AddressForm() {
  const { state, getFormProps, getSubmitProps } = useGuard();
  return (
    <form {...getFormProps((textOf) => ({ type: "TARGET.SUBMIT", target: textOf("new-email") }))}>
      <label>
        Email <input name="new-email" type="email" autoComplete="email" />
      </label>
      <p role="alert">{state.at === "bind" && state.challenge.factors[0]?.failure && "That is no address we can send to."}</p>
      <button {...getSubmitProps()}>Continue</button>
    </form>
  );
}
