import { nameOf, type Check } from "./check.ts";
import { keywordsOf, wordsWithin } from "./keywords.ts";
import { autocompleteOf, fieldsFor, type Control, type Scene } from "./scene.ts";
import * as words from "./words.ts";

const around = (controls: readonly Control[], unwanted: readonly string[]): string[] =>
  controls.flatMap((control) => wordsWithin(keywordsOf(control), unwanted).map((word) => `${nameOf(control)}: “${word}”`));

const takesCodes = (control: Control): boolean => ["text", "tel", "number"].includes(control.type) && autocompleteOf(control) === "one-time-code";

const isRecovery = (control: Control): boolean => {
  const keywords = keywordsOf(control);
  return keywords.includes("recovery") && autocompleteOf(control) === "off" && wordsWithin(keywords, words.totp).length === 0;
};

const crowd = (scene: Scene): readonly string[] => {
  const codes = fieldsFor(scene, "code");
  return codes.length === 0 || scene.fields.length === 1 ? [] : [`${scene.fields.length} fields: ${scene.fields.map(({ control }) => nameOf(control)).join(", ")}`];
};

/** Where a one-time code goes, and where it must not. */
export const codeChecks: readonly Check[] = [
  { id: "B8", says: "the code’s field is text and its autocomplete is exactly “one-time-code”", find: (scene) => fieldsFor(scene, "code").filter((control) => !takesCodes(control)).map(nameOf) },
  { id: "B9", says: "no word around the code makes it a recovery code", find: (scene) => around(fieldsFor(scene, "code"), words.recovery) },
  { id: "B10", says: "the recovery code’s field is known as one, and is filled by nobody", find: (scene) => fieldsFor(scene, "recovery").filter((control) => !isRecovery(control)).map(nameOf) },
  { id: "B11", says: "no word around the code makes it a login name", find: (scene) => around(fieldsFor(scene, "code"), words.username) },
  { id: "B12", says: "a code’s form has one field", find: crowd },
];
