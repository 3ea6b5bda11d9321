import { nameOf, type Check } from "./check.ts";
import type { Control, Scene } from "./scene.ts";

const LEAST_OPACITY = 0.1;
const LEAST_SIZE = 10;

function boxesAround(control: Control, root: HTMLElement): HTMLElement[] {
  const boxes: HTMLElement[] = [];
  for (let box: HTMLElement | null = control; box; box = box === root ? null : box.parentElement) boxes.push(box);
  return boxes;
}

function isPaintedAway(box: HTMLElement): boolean {
  const { opacity, display, visibility, clipPath } = getComputedStyle(box);
  return (opacity !== "" && Number(opacity) < LEAST_OPACITY) || display === "none" || visibility === "hidden" || /inset\((50|100)%\)/.test(clipPath ?? "");
}

/** Whether a press in its middle meets the field or its label. */
function isOnTop(control: Control): boolean {
  control.scrollIntoView({ block: "center" });
  const { left, top, width, height } = control.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  return met === control || [...control.labels ?? []].some((label) => label.contains(met));
}

/** Why a manager takes a field for hidden; undefined when it sees it. */
function whyHidden(control: Control, root: HTMLElement): string | undefined {
  if (boxesAround(control, root).some(isPaintedAway)) return "is painted away";
  const { width, height } = control.getBoundingClientRect();
  if (width < LEAST_SIZE || height < LEAST_SIZE) return `is ${width} × ${height} px`;
  return isOnTop(control) ? undefined : "lies under something";
}

function leavesThePage(control: Control): boolean {
  const { left, right } = control.getBoundingClientRect();
  const { scrollLeft, scrollWidth } = document.documentElement;
  return left + scrollLeft < 0 || right + scrollLeft > scrollWidth;
}

const keyframes = (): CSSKeyframesRule[] =>
  [...document.styleSheets]
    // The rules of another origin's sheet are nobody's to read.
    .filter(({ href }) => href === null || new URL(href).origin === location.origin)
    .flatMap(({ cssRules }) => [...cssRules])
    .flatMap(withInner)
    .filter((rule) => rule instanceof CSSKeyframesRule);

function withInner(rule: CSSRule): CSSRule[] {
  return rule instanceof CSSGroupingRule ? [...rule.cssRules].flatMap(withInner) : [rule];
}

const vanishes = ({ cssRules }: CSSKeyframesRule): boolean => [...cssRules].some((frame) => Number((frame as CSSKeyframeRule).style.opacity || 1) < LEAST_OPACITY);

function fadesFromNothing({ root, fields }: Scene): string[] {
  const names = new Set(keyframes().filter(vanishes).map(({ name }) => name));
  if (names.size === 0) return [];
  const plays = (box: HTMLElement): boolean => getComputedStyle(box).animationName.split(", ").some((name) => names.has(name));
  return fields.filter(({ control }) => boxesAround(control, root).some(plays)).map(({ control }) => nameOf(control));
}

/** Whether a manager sees a field at all. These need a layout. */
export const viewableChecks: readonly Check[] = [
  {
    id: "B13",
    says: "a manager sees each field: painted, 10 px at least, nothing on top of it",
    find: ({ root, fields }) => fields.flatMap(({ control }) => ((why) => (why === undefined ? [] : [`${nameOf(control)} ${why}`]))(whyHidden(control, root))),
  },
  { id: "B14", says: "nothing around a field enters with less than a tenth of its opacity", find: fadesFromNothing },
  { id: "B15", says: "no field leaves the page’s width", find: ({ fields }) => fields.filter(({ control }) => leavesThePage(control)).map(({ control }) => nameOf(control)) },
];
