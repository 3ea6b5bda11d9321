import type { PasswordState, SubmittingState } from "@guard/machine";
import { useLayoutEffect, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { formatChoice } from "../../i18n/format.ts";
import { useGuard } from "../../use-guard.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { usePart, useView } from "../../view-context.ts";
import { errorId, Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { GuardLink } from "../../ui/link.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { Screen } from "../../ui/screen.tsx";

interface Values {
  readonly username: string;
  readonly password: string;
}

/** Signs in by a code alone, where the application allows it (R2a). */
function CodeInstead(): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <button type="button" onClick={() => send({ type: "METHOD.CHOOSE", method: "code" })} {...part("secondary")}>
      {say("codeSignIn.instead")}
    </button>
  );
}

/** The first step. It renders at once, from nothing but props (law 12). */
export function PasswordView({ state }: { readonly state: PasswordState | SubmittingState }): ReactNode {
  const { id, say, locale, identifiers, links, settings, submit: submitEvent } = useView();
  const part = usePart();
  const form = useForm<Values>({ defaultValues: { username: state.identifier, password: "" } });
  const { errors } = form.formState;
  const busy = state.at === "password.submitting";
  const failure = state.at === "password" ? state.failure : undefined;
  const alert = useFailureText(failure);
  const kinds = formatChoice(say, identifiers.map((kind) => say(`identifier.${kind}`)), locale);
  const userName = `${id}-username`;

  const { resetField, setFocus } = form;
  const refused = failure?.error.code === "invalid_credentials" ? failure.id : undefined;
  useLayoutEffect(() => {
    if (refused === undefined) return;
    // A definite answer wipes the password; a lost connection does not (C-08).
    resetField("password");
    setFocus("password");
  }, [refused, resetField, setFocus]);

  const submit = form.handleSubmit(({ username, password }) => submitEvent({ type: "PASSWORD.SUBMIT", identifier: username.trim(), password }));
  const app = settings?.name;
  const forgot = links.forgotPassword ?? settings?.links.forgotPassword;
  const signUp = links.signUp ?? settings?.links.signUp;

  return (
    <Screen title={say("password.title")} description={app === undefined ? say("password.description") : say("password.descriptionApp", { app })} alert={alert}>
      <Form busy={busy} onSubmit={(event) => void submit(event)}>
        <Field name={userName} label={kinds.start} error={errors.username && say("identifier.required", { kinds: kinds.inside })}>
          <div {...part("controlBox")}>
            <input
              {...form.register("username", { validate: (text) => text.trim() !== "" })}
              id={userName}
              // The form fills it in too, but only once a server's HTML is hydrated.
              defaultValue={state.identifier}
              type={identifiers.join() === "email" ? "email" : "text"}
              inputMode={identifiers.join() === "phone" ? "tel" : identifiers.includes("email") ? "email" : "text"}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="next"
              dir="auto"
              aria-required="true"
              aria-invalid={errors.username !== undefined}
              aria-describedby={errorId(userName)}
              {...part("control")}
            />
          </div>
        </Field>
        <PasswordField register={form.register("password", { validate: (text) => text !== "" })} error={errors.password && say("password.required")} busy={busy} help={<GuardLink to={forgot}>{say("password.forgot")}</GuardLink>} />
        <SubmitButton busy={busy}>{say("password.submit")}</SubmitButton>
        {settings?.signInMethods.includes("code") && <CodeInstead />}
        <GuardLink to={signUp}>{say("link.signUp")}</GuardLink>
      </Form>
    </Screen>
  );
}
