import { nameOf } from "./name.ts";

const HALF = 22;

/** What is pressed most has 44 px; axe holds everything to the 24 px of WCAG 2.5.8. */
const large = "[data-slot=submit], [data-slot=tab], [data-slot=show-password], [data-slot=resend], [data-slot=method], [data-slot=secondary], [data-slot=control]:not([type=checkbox])";

/** Whether a press that far from its middle still meets it: a drawn pill may be smaller than what can be pressed. */
function meets(element: Element, x: number, y: number): boolean {
  const met = document.elementFromPoint(x, y);
  return met !== null && element.contains(met);
}

function isSmall(element: Element): boolean {
  element.scrollIntoView({ block: "center" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const far = HALF - 1;
  return !(meets(element, x, y - far) && meets(element, x, y + far) && (width >= 2 * far || (meets(element, x - far, y) && meets(element, x + far, y))));
}

/** The targets that are less than 44 px in either direction (F3). */
export function smallTargets(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>(`[data-guard] :is(${large})`)].filter((element) => element.offsetParent !== null);
  const small = shown.filter(isSmall).map((element) => `${nameOf(element)} is ${element.offsetWidth} × ${element.offsetHeight} px`);
  window.scrollTo(0, 0);
  return small;
}
