import { useGuard } from "@guard/react";

/** The first step. Names and autocomplete words come with the props, so that password managers find both fields. */
export function PasswordForm() {
  const { state, getFormProps, getIdentifierProps, getPasswordProps, getSubmitProps } = useGuard();
  const failure = state.at === "password" ? state.failure : undefined;
  const submit = getFormProps((textOf) => ({ type: "PASSWORD.SUBMIT", identifier: textOf("username"), password: textOf("password") }));
  return (
    <form {...submit}>
      <label>
        Account <input {...getIdentifierProps()} />
      </label>
      <label>
        {/* A refused password goes: another key is another field. */}
        Password <input key={failure?.id} {...getPasswordProps()} />
      </label>
      <p role="alert">{failure && (failure.error.code === "invalid_credentials" ? "Account and password don’t match." : "That did not work. Try again.")}</p>
      <button {...getSubmitProps()}>Sign in</button>
    </form>
  );
}
