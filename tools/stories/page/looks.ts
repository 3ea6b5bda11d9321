/** Dresses what the story shows in light or dark, as a host does by the prop: the state it was played into stays. */
export function wearScheme(scheme: "light" | "dark"): string[] {
  for (const element of document.querySelectorAll("[data-color-scheme]")) element.setAttribute("data-color-scheme", scheme);
  return [...document.querySelectorAll("[data-guard]")].map((element) => getComputedStyle(element).colorScheme).filter((worn) => worn !== scheme);
}

/** Under a reader's own text spacing the digits leave their boxes (C13). */
export function isPlainCode(): boolean {
  window.dispatchEvent(new Event("resize"));
  return [...document.querySelectorAll("[data-guard] [data-slot=code]")].every((code) => code.getAttribute("data-layout") === "plain");
}
