import { useLayoutEffect, useRef, type ChangeEvent, type FormEvent } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import type { Draft } from "../../runtime/drafts.ts";
import { useView } from "../../view-context.ts";
import { firstCountry } from "./countries.ts";
import { caretAfter, deletedSeparator } from "./keep-caret.ts";
import type { PhoneNumbers, PhoneProblem } from "./phone-numbers.ts";
import { usePhoneNumbers } from "./use-phone-numbers.ts";

export interface PhoneValues {
  readonly country: string;
  readonly phone: string;
}

interface PhoneField {
  readonly form: UseFormReturn<PhoneValues>;
  readonly numbers: PhoneNumbers | undefined;
  readonly onTyped: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onSubmit: (event: FormEvent) => void;
}

/** A phone number's behaviour: formats while it is typed, follows a typed country code, hands E.164 over (ux.md 2.3). */
export function usePhoneField(known: string, draft: Draft | undefined): PhoneField {
  const { locale, settings, submit } = useView();
  const { numbers, ask } = usePhoneNumbers();
  const allowed = settings?.phoneCountries;
  const form = useForm<PhoneValues>({ defaultValues: { country: firstCountry(allowed, locale), phone: draft?.read() || known }, reValidateMode: "onSubmit" });
  const caret = useRef<{ readonly input: HTMLInputElement; readonly at: number }>(undefined);
  const before = useRef("");

  const isAllowed = (country: string | undefined): boolean => !allowed || (country !== undefined && allowed.includes(country));

  const onTyped = ({ target: input }: ChangeEvent<HTMLInputElement>): void => {
    const typed = input.value;
    const at = input.selectionStart ?? typed.length;
    const chosen = form.getValues("country");
    const country = typed.startsWith("+") ? (numbers?.countryOf(typed, chosen) ?? chosen) : chosen;
    const plain = !numbers || deletedSeparator(before.current, typed);
    const formatted = plain ? typed : numbers.format(typed, country);
    form.clearErrors();
    if (country !== chosen && isAllowed(country)) form.setValue("country", country);
    form.setValue("phone", formatted, { shouldDirty: true });
    before.current = formatted;
    draft?.write(formatted);
    caret.current = { input, at: plain ? at : caretAfter(typed, at, formatted) };
    if (input === document.activeElement) input.setSelectionRange(caret.current.at, caret.current.at);
  };

  const judge = async ({ phone, country }: PhoneValues): Promise<string | PhoneProblem> => {
    if (phone.trim() === "") return "empty";
    const loaded = await ask();
    if (!loaded) return phone.trim();
    const read = loaded.read(phone, country);
    if (typeof read === "string") return read;
    return isAllowed(read.country) ? read.number : "country";
  };

  const send = form.handleSubmit(async (values) => {
    const read = await judge(values);
    if (isProblem(read)) form.setError("phone", { type: read }, { shouldFocus: true });
    else submit({ type: "TARGET.SUBMIT", target: read });
  });

  // What was typed before the chunk came is formatted with it.
  useLayoutEffect(() => {
    const { phone, country } = form.getValues();
    if (numbers && phone !== "") form.setValue("phone", numbers.format(phone, country));
  }, [numbers, form]);

  return { form, numbers, onTyped, onSubmit: (event) => void send(event) };
}

const problems: readonly string[] = ["empty", "short", "long", "notANumber", "country"] satisfies readonly PhoneProblem[];
const isProblem = (read: string): read is PhoneProblem => problems.includes(read);
