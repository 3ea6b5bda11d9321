import { judge, type Check, type Finding } from "./check.ts";
import { codeChecks } from "./code.ts";
import { fillAndLook, fillChecks } from "./fill.ts";
import { formChecks } from "./form.ts";
import { namingChecks } from "./names.ts";
import { passwordChecks } from "./password.ts";
import { placeChecks } from "./place.ts";
import { sceneOf, type AutofillStep } from "./scene.ts";
import { viewableChecks } from "./viewable.ts";

const looked: readonly Check[] = [...namingChecks, ...passwordChecks, ...formChecks, ...codeChecks, ...viewableChecks, ...placeChecks];

/** The 24 checks, B1 to B24, as the design numbers them. */
export const autofillChecks: readonly Pick<Check, "id" | "says">[] = [...looked, ...fillChecks].toSorted((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));

/** What keeps password managers and browsers from filling a step right: all that can be seen without touching a field. Nothing when they can. */
export const autofillContract = (root: HTMLElement, step: AutofillStep): readonly Finding[] => judge(looked, sceneOf(root, step));

/** The same for what only a fill shows (B17, B18). It leaves the fields filled; call it from a JavaScript world of its own. */
export async function fillContract(root: HTMLElement, step: AutofillStep): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  // One after another: each fill starts where the last one ended.
  for (const check of fillChecks) found.push(...(await fillAndLook(sceneOf(root, step), check)));
  return found;
}
