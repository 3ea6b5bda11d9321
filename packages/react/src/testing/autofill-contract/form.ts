import { nameOf, type Check } from "./check.ts";
import { keywordsIn, wordsWithin } from "./keywords.ts";
import type { Scene } from "./scene.ts";
import * as words from "./words.ts";

const read = (element: Element, names: readonly string[]): string => keywordsIn(names.map((name) => element.getAttribute(name) ?? ""));
const formsOf = ({ root }: Scene): HTMLFormElement[] => [...root.querySelectorAll("form")];

function submits(button: Element): boolean {
  const said = [button.textContent ?? "", ...["type", "value", "aria-label", "title", "id", "name", "class"].map((name) => button.getAttribute(name) ?? "")];
  return words.submit.some((word) => said.some((text) => text.toLowerCase().replaceAll(/[-\s]/g, "").includes(word)));
}

/** Which heading a manager takes for the form's: the first in the nearest region around it that has one. */
function headingOf(form: Element): string {
  for (let region = form.closest("form, section, article, main, aside"); region; region = region.parentElement?.closest("form, section, article, main, aside") ?? null) {
    const heading = region.querySelector("h1, h2, h3, h4, h5, h6");
    if (heading) return (heading.textContent ?? "").toLowerCase();
  }
  return "";
}

function asksForAName(scene: Scene): boolean {
  const [first, ...others] = scene.fields;
  return first?.purpose === "identifier" && others.length === 0 && scene.root.lang.startsWith("en");
}

/** What a form says it is for. */
export const formChecks: readonly Check[] = [
  {
    id: "B7",
    says: "no form is named as a newsletter’s is",
    find: (scene) => formsOf(scene).flatMap((form) => wordsWithin(read(form, ["id", "name", "class", "action"]), words.nonLogin).map((word) => `${nameOf(form)}: “${word}”`)),
  },
  {
    id: "B19",
    says: "a form with fields has a button that a manager knows as its submit",
    find: (scene) => formsOf(scene).filter((form) => scene.fields.some(({ control }) => control.form === form) && ![...form.querySelectorAll("button, input[type=submit]")].some(submits)).map(nameOf),
  },
  {
    id: "B20",
    says: "a form that asks for a name alone stands under a heading that says to sign in",
    find: (scene) => (asksForAName(scene) ? formsOf(scene).filter((form) => !words.signInHeading.some((word) => headingOf(form).includes(word))).map(nameOf) : []),
  },
];
