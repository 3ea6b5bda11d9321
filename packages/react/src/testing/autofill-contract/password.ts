import { nameOf, type Check } from "./check.ts";
import { keywordsOf, wordsWithin } from "./keywords.ts";
import { fieldsFor, type Scene } from "./scene.ts";
import * as words from "./words.ts";

const holds = (scene: Scene, unwanted: readonly string[]): string[] =>
  fieldsFor(scene, "password").flatMap((control) => wordsWithin(keywordsOf(control), unwanted).map((word) => `${nameOf(control)}: “${word}”`));

/** What makes a password look like something else. */
export const passwordChecks: readonly Check[] = [
  { id: "B4", says: "no word around the password makes it a one-time code", find: (scene) => holds(scene, words.totp) },
  { id: "B5", says: "no word around the password makes it a new one", find: (scene) => holds(scene, words.accountCreation) },
  {
    id: "B6",
    says: "neither the form nor the password is named as in a registration",
    find: (scene) =>
      fieldsFor(scene, "password").flatMap((control) => {
        const values = [control.id, control.name, control.form?.getAttribute("id") ?? "", control.form?.getAttribute("name") ?? ""];
        return values.filter((value) => words.registration.some((word) => value.toLowerCase().includes(word))).map((value) => `${nameOf(control)}: “${value}”`);
      }),
  },
];
