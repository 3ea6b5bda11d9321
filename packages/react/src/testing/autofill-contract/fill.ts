import { nameOf, type Check, type Finding } from "./check.ts";
import type { Control, Purpose, Scene } from "./scene.ts";

type Fillable = HTMLInputElement | HTMLTextAreaElement;

/** A check that needs to touch the fields. */
export interface FillCheck extends Pick<Check, "id" | "says"> {
  /** What comes after the value in a fill. */
  readonly after: (field: Fillable) => void;
}

const samples: Partial<Record<Purpose, string>> = { code: "123456", recovery: "7K3MP-QR9TV-WX2YZ-A4BCD-E6FGH", email: "person@example.com", phone: "13800138000" };

const isFillable = (control: Control): control is Fillable => !(control instanceof HTMLSelectElement) && !control.readOnly && control.type !== "search";
const plain = (text: string): string => text.replaceAll(/[\s()-]/g, "");
const rendered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Fills a field as managers do. From a JavaScript world of its own, or React does not see the value. */
function fillAsManager(field: Fillable, value: string): void {
  field.click();
  field.focus();
  for (const type of ["keydown", "keypress", "keyup"]) field.dispatchEvent(new KeyboardEvent(type, { bubbles: true }));
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Fills each field, does what comes after, and tells where the value is another one then. */
export async function fillAndLook({ fields }: Scene, { id, says, after }: FillCheck): Promise<Finding[]> {
  const filled = fields.flatMap(({ control, purpose }) => (isFillable(control) ? [{ field: control, value: samples[purpose] ?? "Guard-demo-2026!" }] : []));
  for (const { field, value } of filled) {
    fillAsManager(field, value);
    after(field);
  }
  await rendered();
  const lost = filled.filter(({ field, value }) => plain(field.value) !== plain(value));
  return lost.map(({ field, value }) => ({ check: id, says, found: `${nameOf(field)} holds “${field.value}” instead of “${value}”` }));
}

function leaveAndReturn(field: Fillable): void {
  field.blur();
  field.focus();
}

/** What a fill does to the fields; these change what they hold. */
export const fillChecks: readonly FillCheck[] = [
  { id: "B17", says: "a field takes a manager’s fill", after: () => {} },
  { id: "B18", says: "leaving and returning in a fill changes no value", after: leaveAndReturn },
];
