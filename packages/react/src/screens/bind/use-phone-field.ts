import { useRef, type ChangeEvent, type FormEvent } from "react";
import { useForm, useWatch, type UseFormReturn } from "react-hook-form";
import type { Draft } from "../../runtime/drafts.ts";
import { useView } from "../../view-context.ts";
import { firstCountry } from "./countries.ts";
import { caretAfter, deletedSeparator } from "./keep-caret.ts";
import { readTarget, type PhoneProblem } from "./read-target.ts";
import type { PhoneNumbers } from "./phone-numbers.ts";
import { usePhoneNumbers } from "./use-phone-numbers.ts";

export interface PhoneValues {
  readonly country: string;
  readonly phone: string;
}

interface PhoneField {
  readonly form: UseFormReturn<PhoneValues>;
  readonly country: string;
  readonly numbers: PhoneNumbers | undefined;
  readonly problem: PhoneProblem | undefined;
  readonly onTyped: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onCountry: (country: string) => void;
  readonly onSubmit: (event: FormEvent) => void;
  /** The number as it stands is this one, E.164. */
  readonly isStill: (target: string | undefined) => boolean;
}

/** A phone number's behaviour: formats while it is typed, follows a typed country code, hands E.164 over (ux.md 2.3). */
export function usePhoneField(known: string, drafts: (field: string) => Draft): PhoneField {
  const { locale, settings, submit } = useView();
  const allowed = settings?.phoneCountries;
  const [number, region] = [drafts("phone"), drafts("country")];
  const first = region.read() || firstCountry(allowed, locale);
  const form = useForm<PhoneValues>({ defaultValues: { country: first, phone: number.read() || known }, reValidateMode: "onSubmit" });
  const show = ({ country, phone }: PhoneValues): void => {
    form.clearErrors();
    form.setValue("country", country);
    form.setValue("phone", phone);
    region.write(country);
    number.write(phone);
  };
  const shown = (phone: string, country: string, numbers: PhoneNumbers | undefined): PhoneValues => {
    const followed = phone.startsWith("+") && numbers ? numbers.countryOf(phone, country, allowed) : country;
    return { country: followed, phone: numbers && phone !== "" ? numbers.format(phone, followed) : phone };
  };
  // What was typed before the chunk came is formatted with it.
  const { numbers, ask } = usePhoneNumbers((loaded) => show(shown(form.getValues("phone"), form.getValues("country"), loaded)));
  const asking = useRef(false);

  const onTyped = ({ target: input }: ChangeEvent<HTMLInputElement>): void => {
    const { phone: before, country } = form.getValues();
    const typed = input.value;
    const at = input.selectionStart ?? typed.length;
    const next = deletedSeparator(before, typed) ? { country, phone: typed } : shown(typed, country, numbers);
    show(next);
    const caret = next.phone === typed ? at : caretAfter(typed, at, next.phone);
    if (input === document.activeElement) input.setSelectionRange(caret, caret);
  };

  const send = async ({ phone, country }: PhoneValues): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    const read = await readTarget({ phone, country, allowed, ask });
    asking.current = false;
    if ("problem" in read) form.setError("phone", { type: read.problem }, { shouldFocus: true });
    else submit({ type: "TARGET.SUBMIT", target: read.number });
  };

  const [phone, country] = useWatch({ control: form.control, name: ["phone", "country"] });
  const standing = numbers?.read(phone, country, allowed);
  return {
    form,
    country,
    numbers,
    problem: form.formState.errors.phone?.type as PhoneProblem | undefined,
    onTyped,
    onCountry: (chosen) => show({ country: chosen, phone: numbers?.moveTo(phone, chosen) ?? phone }),
    onSubmit: (event) => void form.handleSubmit(send)(event),
    isStill: (target) => target !== undefined && (standing === undefined || "problem" in standing ? phone.trim() : standing.number) === target,
  };
}
