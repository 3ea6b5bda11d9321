import type { CodeRequestingState, CodeRequestState } from "@guard/machine";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { formatChoice } from "../../i18n/format.ts";
import { Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { Screen } from "../../ui/screen.tsx";
import { TextControl } from "../../ui/text-control.tsx";
import { useView } from "../../view-context.ts";
import { PasswordInstead } from "./password-instead.tsx";

/** Sign-in by a code alone (R2a): where to send it. The server answers alike for unknown addresses. */
export function CodeRequestView({ state }: { readonly state: CodeRequestState | CodeRequestingState }): ReactNode {
  const { id, say, locale, identifiers, submit: submitEvent } = useView();
  const form = useForm<{ readonly username: string }>({ defaultValues: { username: state.identifier } });
  const busy = state.at === "codeSignIn.requesting";
  const failure = state.at === "codeSignIn.request" ? state.failure : undefined;
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const addresses = identifiers.filter((kind) => kind !== "username");
  const kinds = formatChoice(say, (addresses.length > 0 ? addresses : (["email"] as const)).map((kind) => say(`identifier.${kind}`)), locale);
  const error = form.formState.errors.username ? say("identifier.required", { kinds: kinds.inside }) : inField && !form.formState.isDirty ? text : undefined;
  const name = `${id}-username`;
  const submit = form.handleSubmit(({ username }) => submitEvent({ type: "IDENTIFIER.SUBMIT", identifier: username.trim() }));
  return (
    <Screen title={say("codeSignIn.title")} description={say("codeSignIn.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <Form busy={busy} onSubmit={(event) => void submit(event)}>
        <Field name={name} label={kinds.start} error={error}>
          <TextControl
            {...form.register("username", { validate: (typed) => typed.trim() !== "" })}
            type={addresses.join() === "email" ? "email" : "text"}
            inputMode={addresses.join() === "phone" ? "tel" : "email"}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="next"
            id={name}
            error={error}
            busy={busy}
          />
        </Field>
        <SubmitButton busy={busy}>{say("codeSignIn.send")}</SubmitButton>
        <PasswordInstead />
      </Form>
    </Screen>
  );
}
