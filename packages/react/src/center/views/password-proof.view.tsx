import type { StepUpCheckingState, StepUpPasswordState } from "@guard/machine/center";
import { useLayoutEffect, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useCheckingNews } from "../../screens/verify/use-checking-news.ts";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { ToOverview } from "./to-overview.tsx";

interface PasswordProofProps {
  readonly state: StepUpPasswordState | StepUpCheckingState;
  readonly username: string;
}

/** The password is proof enough where nothing else is bound (R18). */
export function PasswordProofView({ state, username }: PasswordProofProps): ReactNode {
  const { id } = useView();
  const part = usePart();
  const say = useCenterSay();
  const { send } = useCenter();
  const { register, handleSubmit, formState, reset, setFocus } = useForm<{ readonly password: string }>({ defaultValues: { password: "" } });
  const busy = state.at === "stepUp.checking";
  const failure = state.at === "stepUp.password" ? state.failure : undefined;
  const told = useFailureText(failure);
  const wrong = failure?.error.code === "invalid_credentials";
  const refused = failure?.id;
  useCheckingNews(busy);
  useLayoutEffect(() => {
    if (refused === undefined) return;
    setFocus("password");
    reset();
  }, [refused, reset, setFocus]);
  const problem = formState.errors.password ? say("password.required") : wrong && !formState.isDirty ? say("stepUp.passwordWrong") : undefined;
  const submit = handleSubmit(({ password }) => send({ type: "PASSWORD.SUBMIT", password }));
  return (
    <Screen title={say("stepUp.title")} description={say(`stepUp.${state.intent.is}`)} alert={wrong ? undefined : told} spoken={problem}>
      <Form busy={busy} onSubmit={(event) => void submit(event)}>
        {/* So that a manager knows whose password it is (ux.md 2.1). */}
        <input id={`${id}-username`} name="username" type="text" autoComplete="username" value={username} readOnly hidden {...part("control")} />
        <PasswordField register={register("password", { required: true })} error={problem} busy={busy} />
        <SubmitButton busy={busy}>{say("stepUp.submit")}</SubmitButton>
        <ToOverview />
      </Form>
    </Screen>
  );
}
