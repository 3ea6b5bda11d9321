import { nameOf, type Check } from "./check.ts";
import { placeholderOf } from "./keywords.ts";
import type { Control, Scene } from "./scene.ts";
import * as words from "./words.ts";

const clean = (value: string): string => value.toLowerCase().replaceAll(/[\s_-]/g, "");
const named = (control: Control): string[] => [control.id, control.name, placeholderOf(control)].filter((value) => value !== "");
const ignoreList = words.ignored.join(",");

/** Fields with a value that breaks a rule, one line each. */
const where = ({ fields }: Scene, values: (control: Control) => readonly string[], breaks: (value: string) => boolean): string[] =>
  fields.filter(({ purpose }) => purpose !== "search").flatMap(({ control }) => values(control).filter(breaks).map((value) => `${nameOf(control)}: “${value}”`));

const searchTokens = (value: string): string[] =>
  value
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]/);

/** What a field is called. */
export const namingChecks: readonly Check[] = [
  {
    id: "B1",
    says: "no id, name or placeholder is a part of “captcha,findanything,forgot”",
    find: (scene) => where(scene, named, (value) => clean(value) !== "" && ignoreList.includes(clean(value))),
  },
  {
    id: "B2",
    says: "no id, name or placeholder holds “captcha”, “findanything” or “forgot”",
    find: (scene) => where(scene, named, (value) => words.ignored.some((word) => clean(value).includes(word))),
  },
  {
    id: "B3",
    says: "no field is named as a search field is",
    find: (scene) => where(scene, (control) => [...named(control), control.type], (value) => searchTokens(value).some((token) => words.search.includes(token))),
  },
];
