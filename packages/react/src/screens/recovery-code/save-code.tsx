import { useRef, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { Check } from "../../ui/check.tsx";
import { errorId, FieldError } from "../../ui/field.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { inGroups } from "../../ui/groups.ts";
import { Screen } from "../../ui/screen.tsx";
import { usePart, useView } from "../../view-context.ts";
import { KeepRow } from "./keep-row.tsx";

/** Characters of the code between two dashes. */
const GROUP = 5;

interface Values {
  readonly saved: boolean;
}

interface SaveCodeProps {
  readonly recoveryCode: string;
  readonly onSaved: () => void;
}

/** A new recovery code, shown once. Continue asks for "I saved it" by a message and not by being disabled (R14). */
export function SaveCode({ recoveryCode, onSaved }: SaveCodeProps): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const shown = useRef<HTMLElement>(null);
  const form = useForm<Values>({ defaultValues: { saved: false } });
  const problem = form.formState.errors.saved && say("recoveryCode.notSaved");
  const code = inGroups(recoveryCode, GROUP, "-");
  const name = `${id}-saved`;
  const submit = form.handleSubmit(onSaved);
  return (
    <Screen title={say("recoveryCode.title")} description={say("recoveryCode.description")} spoken={problem}>
      <Form busy={false} onSubmit={(event) => void submit(event)}>
        <div translate="no" {...part("recoveryCode")}>
          <code ref={shown}>{code}</code>
        </div>
        <KeepRow code={code} shown={shown} />
        <div {...part("field")}>
          <Check name={name} label={say("recoveryCode.saved")} register={form.register("saved", { required: true })} invalid={problem !== undefined} describedBy={errorId(name)} />
          <FieldError name={name} error={problem} />
        </div>
        <SubmitButton busy={false}>{say("recoveryCode.continue")}</SubmitButton>
      </Form>
    </Screen>
  );
}
