import { nameOf } from "./name.ts";

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null && !element.closest(".guard-sr-only, [aria-hidden=true]");

/** Words that end beyond their own box: cut where it clips, lying over the neighbour where it does not. */
const isCut = (element: HTMLElement): boolean => getComputedStyle(element).display !== "inline" && element.scrollWidth > element.clientWidth + 1;

/** What makes a page scroll sideways or cuts words off (F5, F13, F16). Fields scroll by themselves. */
export function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : [];
  const roots = document.querySelectorAll<HTMLElement>("[data-guard]");
  const texts = document.querySelectorAll<HTMLElement>("[data-guard] :is(h1, h2, h3, h4, p, label, button, a, li, td, th, [role=tab])");
  const cut = [...roots, ...texts].filter(isShown).filter(isCut);
  return [...page, ...cut.map((element) => `${nameOf(element)} is ${element.scrollWidth} px wide in ${element.clientWidth} px`)];
}

/** The same from right to left; then all stands as it stood. */
export function sidewaysTurned(): string[] {
  const roots = [...document.querySelectorAll<HTMLElement>("[data-guard]")].map((root) => ({ root, dir: root.dir }));
  for (const { root } of roots) root.dir = "rtl";
  const found = sideways();
  for (const { root, dir } of roots) root.dir = dir;
  return found;
}
