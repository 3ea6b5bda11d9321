import type { Step } from "@guard/machine";
import type { CenterStep } from "@guard/machine/center";

/** A step as `data-step` names it, of the login or of the personal centre. */
export type AutofillStep = Step | CenterStep;

/** What a field is there for. */
export type Purpose = "identifier" | "password" | "code" | "recovery" | "email" | "phone" | "country" | "search" | "other";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface Field {
  readonly control: Control;
  readonly purpose: Purpose;
}

/** What the checks look at. */
export interface Scene {
  readonly root: HTMLElement;
  readonly step: AutofillStep;
  /** What a person fills in; no boxes to tick, no files, no field that is hidden by itself. */
  readonly fields: readonly Field[];
}

const codeSteps: readonly AutofillStep[] = ["verify", "codeVerify", "bindConfirm", "enrol"];
const filled = 'input:not([type="checkbox"], [type="radio"], [type="file"], [type="hidden"], [type="submit"], [type="button"], [hidden]), select, textarea';

export const autocompleteOf = (control: Control): string => control.getAttribute("autocomplete") ?? "";

const isSearch = (control: Control): boolean => control.type === "search" || ["combobox", "searchbox"].includes(control.getAttribute("role") ?? "");

/** Where the step leaves it open, by what the field says of itself. */
function ownPurpose(control: Control): Purpose {
  const { type, name } = control;
  const autocomplete = autocompleteOf(control);
  if (type === "password" || autocomplete.endsWith("-password")) return "password";
  if (autocomplete.includes("one-time-code")) return "code";
  if (type === "tel" || name === "phone") return "phone";
  if (type === "email") return "email";
  return name.includes("recovery") ? "recovery" : "other";
}

/** By the step first: a field that lost its attributes is still the one field of its step. */
function purposeOf(control: Control, step: AutofillStep): Purpose {
  if (isSearch(control)) return "search";
  if (codeSteps.includes(step)) return "code";
  if (step === "recovery") return "recovery";
  if (step === "codeRequest") return "identifier";
  const own = ownPurpose(control);
  if (step === "password") return own === "password" || control.name === "password" ? "password" : "identifier";
  if (step === "bind") return control instanceof HTMLSelectElement ? "country" : own === "phone" ? "phone" : "email";
  return own;
}

export function sceneOf(root: HTMLElement, step: AutofillStep): Scene {
  const fields = [...root.querySelectorAll<Control>(filled)].map((control) => ({ control, purpose: purposeOf(control, step) }));
  return { root, step, fields };
}

export const fieldsFor = ({ fields }: Scene, ...purposes: readonly Purpose[]): Control[] => fields.filter(({ purpose }) => purposes.includes(purpose)).map(({ control }) => control);
