import { nameOf, type Check } from "./check.ts";
import { fieldsFor, type Control, type Scene } from "./scene.ts";

function whyOutOfReach({ root }: Scene): readonly string[] {
  const around = root.getRootNode();
  if (around instanceof ShadowRoot && around.mode === "closed") return ["a closed shadow root"];
  const frame = window.frameElement;
  return window.origin === "null" || frame?.hasAttribute("sandbox") ? ["a sandboxed frame"] : [];
}

const lacks = (control: Control, wanted: Readonly<Record<string, string>>): string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => control.getAttribute(name) !== value)
    .map(([name, value]) => `${nameOf(control)} lacks ${name}="${value}"`);

function leftAlone(control: Control): string[] {
  const missing = ["data-1p-ignore", "data-bwignore"].filter((name) => !control.hasAttribute(name));
  return [...lacks(control, { type: "search", autocomplete: "off" }), ...missing.map((name) => `${nameOf(control)} lacks ${name}`)];
}

const isStowed = ({ parentElement }: Control, root: HTMLElement): boolean => {
  for (let box = parentElement; box && box !== root; box = box.parentElement) if (box.hidden || getComputedStyle(box).display === "none") return true;
  return false;
};

function stowed(scene: Scene): readonly string[] {
  const panels = scene.root.querySelectorAll("[role=tabpanel]").length;
  const inside = scene.fields.filter(({ control }) => isStowed(control, scene.root)).map(({ control }) => `${nameOf(control)} in a hidden box`);
  return panels > 1 ? [`${panels} tab panels`, ...inside] : inside;
}

const bound = (scene: Scene): readonly Control[] => (scene.step === "bind" ? fieldsFor(scene, "email") : []);

/** Addresses to bind, boxes to search in, and where the form stands. */
export const placeChecks: readonly Check[] = [
  { id: "B16", says: "the form is in no sandboxed frame and in no closed shadow root", find: whyOutOfReach },
  { id: "B21", says: "an address to bind is an address and no login name", find: (scene) => bound(scene).flatMap((control) => lacks(control, { name: "new-email", autocomplete: "email" })) },
  {
    id: "B22",
    says: "a number to bind is a telephone number, and its country a calling code’s",
    find: (scene) => [
      ...fieldsFor(scene, "phone").flatMap((control) => lacks(control, { type: "tel", name: "phone", autocomplete: "tel" })),
      ...fieldsFor(scene, "country").flatMap((control) => lacks(control, { autocomplete: "tel-country-code" })),
    ],
  },
  { id: "B23", says: "managers leave a box to search in alone", find: (scene) => fieldsFor(scene, "search").flatMap(leftAlone) },
  { id: "B24", says: "one tab panel is mounted, and no hidden box holds a field", find: stowed },
];
