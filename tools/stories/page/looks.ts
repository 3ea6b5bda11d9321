import { nameOf } from "./name.ts";

/** Dresses what the story shows in light or dark, as a host does by the prop: the state it was played into stays. */
export function wearScheme(scheme: "light" | "dark"): string[] {
  for (const element of document.querySelectorAll("[data-color-scheme]")) element.setAttribute("data-color-scheme", scheme);
  return [...document.querySelectorAll("[data-guard]")].map((element) => getComputedStyle(element).colorScheme).filter((worn) => worn !== scheme);
}

/** The codes that stay in boxes under a reader's own text spacing, where their digits would lie across the lines (C13). */
export function boxedCodes(): string[] {
  // What a reader sets by hand is seen at the next measure of the code's width.
  window.dispatchEvent(new Event("resize"));
  return [...document.querySelectorAll("[data-guard] [data-slot=code]:not([data-layout=plain])")].map(nameOf);
}

/** Turns what the story shows, as a language does that is written the other way. */
export function wearDirection(dir: "ltr" | "rtl"): void {
  for (const element of document.querySelectorAll("[data-guard]")) element.setAttribute("dir", dir);
}
