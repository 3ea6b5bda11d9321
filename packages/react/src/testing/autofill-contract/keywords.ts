import { autocompleteOf, type Control } from "./scene.ts";

/** Where a manager stops to look for words beside a field. */
const section = "button, form, input, select, table, textarea, iframe, body, html, script, option";

const isSection = (node: Node): boolean => node instanceof Element && node.matches(section);
const wordsIn = (node: Node): string => (node.textContent ?? "").trim();

function beside(start: Node, next: "previousSibling" | "nextSibling"): string {
  const words: string[] = [];
  for (let node = start[next]; node && !isSection(node); node = node[next]) words.push(wordsIn(node));
  return words.join(" ").trim();
}

/** What stands before a field: its own siblings, else those of the next box around it that has any. */
function before(control: Control): string {
  for (let node: Element | null = control; node && (node === control || !isSection(node)); node = node.parentElement) {
    const words = beside(node, "previousSibling");
    if (words !== "") return words;
  }
  return "";
}

/** One value as a manager takes it apart: whole, in words, and in words without the spaces between them. */
function tokens(value: string): string[] {
  const whole = value.toLowerCase();
  const bare = whole.replaceAll("-", "");
  return [whole, ...bare.split(/[^\p{L}\d]+/u), ...bare.replaceAll(/\s/g, "").split(/[^\p{L}\d]+/u)].filter((token) => token !== "");
}

export const keywordsIn = (values: readonly string[]): string => values.flatMap(tokens).join(",");

/** All that a manager reads about a field, as one string; rules ask for parts of it (Bitwarden's utils/qualification.ts). */
export function keywordsOf(control: Control): string {
  const { id, name, className, type, title, dataset } = control;
  const data = Object.entries(dataset).map(([key, value]) => `${key}: ${value}`).join(", ");
  const labels = [...control.labels ?? []].map(wordsIn);
  return keywordsIn([id, name, className, type, title, placeholderOf(control), autocompleteOf(control), data, control.getAttribute("aria-label") ?? "", ...labels, before(control), beside(control, "nextSibling")]);
}

export const placeholderOf = (control: Control): string => control.getAttribute("placeholder") ?? "";

/** Which of the words a string holds, hyphens aside. */
export const wordsWithin = (text: string, words: readonly string[]): string[] => words.filter((word) => text.includes(word.replaceAll("-", "")));
