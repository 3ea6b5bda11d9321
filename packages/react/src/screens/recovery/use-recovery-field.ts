import { useLayoutEffect, type FormEvent } from "react";
import { useForm, type UseFormRegisterReturn } from "react-hook-form";
import { useView } from "../../view-context.ts";
import { readTyped, type RecoveryProblem } from "./recovery-problem.ts";

interface RecoveryField {
  /** In words; undefined while nothing is known to be wrong. */
  readonly problem: string | undefined;
  /** Something was changed since the last refusal. */
  readonly edited: boolean;
  readonly inputProps: UseFormRegisterReturn;
  readonly onSubmit: (event: FormEvent) => void;
}

/** The recovery field's behaviour. Twenty-five characters are kept after a refusal: a slip in one of them is cheaper to find than to type again. `refused`: the id of the server's last refusal. */
export function useRecoveryField(refused: string | undefined): RecoveryField {
  const { say, submit } = useView();
  const form = useForm<{ readonly recovery: string }>({ defaultValues: { recovery: "" }, reValidateMode: "onSubmit" });
  const { getValues, reset, setFocus, clearErrors } = form;

  useLayoutEffect(() => {
    if (refused === undefined) return;
    setFocus("recovery", { shouldSelect: true });
    // What was refused is where the field starts from: its error goes at the next keystroke.
    reset({ recovery: getValues("recovery") });
  }, [refused, reset, setFocus, getValues]);

  const sentence = (problem: RecoveryProblem): string => {
    if (problem.is === "short") return say("recovery.short", { count: problem.count });
    return say(`recovery.${problem.is}`);
  };

  const onSubmit = form.handleSubmit(({ recovery }) => {
    const read = readTyped(recovery);
    if ("code" in read) submit({ type: "RECOVERY.SUBMIT", code: read.code });
  });

  return {
    problem: form.formState.errors.recovery?.message,
    edited: form.formState.isDirty,
    inputProps: form.register("recovery", {
      onChange: () => clearErrors(),
      validate: (text) => {
        const read = readTyped(text);
        return "code" in read ? true : sentence(read);
      },
    }),
    onSubmit: (event) => void onSubmit(event),
  };
}
