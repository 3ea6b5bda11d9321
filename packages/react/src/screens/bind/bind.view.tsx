import { activeFactor, type BindCheckingState, type BindState } from "@guard/machine";
import { useLayoutEffect, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { errorId, Field } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";

/** Enough to catch a slip in place; the server is the judge of addresses. */
const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());

/** Managers take this name for an address to keep, not for a login name (ux.md B21). */
const FIELD = "new-email";

interface Values {
  readonly [FIELD]: string;
}

/** No address is bound: the person gives one. "Continue" sends nothing (R8). */
export function BindView({ state }: { readonly state: BindState | BindCheckingState }): ReactNode {
  const { id, say, submit: submitEvent } = useView();
  const part = usePart();
  const { typedTarget, failure } = activeFactor(state.challenge);
  const known = typedTarget ?? (looksLikeEmail(state.identifier) ? state.identifier : "");
  const form = useForm<Values>({ defaultValues: { [FIELD]: known } });
  const problem = form.formState.errors[FIELD];
  const text = useFailureText(failure);
  const inField = failure !== undefined && isFieldFailure(failure);
  const busy = state.at === "bind.checking";
  const name = `${id}-${FIELD}`;
  const error = problem ? say(problem.type === "filled" ? "bind.required" : "bind.invalid") : inField && !form.formState.isDirty ? text : undefined;

  const { setFocus, reset } = form;
  const refused = inField ? failure.id : undefined;
  useLayoutEffect(() => {
    if (refused === undefined) return;
    // First the focus: a reset forgets the fields.
    setFocus(FIELD);
    // What was refused is where the field starts from: its error goes at the next keystroke.
    reset({ [FIELD]: typedTarget ?? "" });
  }, [refused, reset, setFocus, typedTarget]);

  const submit = form.handleSubmit((values) => submitEvent({ type: "TARGET.SUBMIT", target: values[FIELD].trim() }));
  return (
    <Screen title={say("bind.title")} description={say("bind.description")} alert={inField ? undefined : text} spoken={inField ? text : undefined}>
      <Form busy={busy} onSubmit={(event) => void submit(event)}>
        <Field name={name} label={say("bind.email")} error={error}>
          <div {...part("controlBox")}>
            <input
              {...form.register(FIELD, { validate: { filled: (typed) => typed.trim() !== "", formed: looksLikeEmail } })}
              id={name}
              type="email"
              inputMode="email"
              autoComplete="email"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="next"
              dir="ltr"
              readOnly={busy}
              data-slot="control"
              aria-required="true"
              aria-invalid={error !== undefined}
              aria-describedby={errorId(name)}
            />
          </div>
        </Field>
        <SubmitButton busy={busy}>{say("bind.submit")}</SubmitButton>
        <BackButton>{say("back.password")}</BackButton>
      </Form>
    </Screen>
  );
}
