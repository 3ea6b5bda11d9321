// A chunk of its own that only development loads: what to say to a developer, never to a person who logs in.
import { parts } from "../parts.ts";
import type { SlotName } from "../slots.ts";

/** What a host can get wrong without being stopped by a compiler. */
export interface Dress {
  readonly classNames?: object | undefined;
  readonly slots?: object | undefined;
  readonly slotProps?: object | undefined;
  readonly theme?: object | undefined;
}

const slotNames = Object.keys({ Logo: 0, Title: 0, Icon: 0, Spinner: 0, CountrySelect: 0, Footer: 0 } satisfies { readonly [N in SlotName]: 0 });

/** The keys of a prop that nothing reads. */
const unknownKeys = (given: object | undefined, known: readonly string[]): string[] => Object.keys(given ?? {}).filter((key) => !known.includes(key));

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

function nameAdvice({ classNames, slots, slotProps }: Dress): string[] {
  const noParts = unknownKeys(classNames, parts);
  const noSlots = unknownKeys({ ...slots, ...slotProps }, slotNames);
  const unused = unknownKeys(slotProps, [...Object.keys(slots ?? {}), ...noSlots]);
  return [
    ...(noParts.length === 0 ? [] : [`classNames has ${quoted(noParts)}, but no part is called so: the class is on nothing. Name a part: ${parts.join(", ")}.`]),
    ...(noSlots.length === 0 ? [] : [`slots or slotProps has ${quoted(noSlots)}, but no slot is called so: it is never rendered. Name a slot: ${slotNames.join(", ")}.`]),
    ...(unused.length === 0 ? [] : [`slotProps has ${quoted(unused)}, but slots has no component of that name: nothing reads these props. Give slots one too, or dress ours by classNames.`]),
  ];
}

function themeAdvice({ theme }: Dress): string[] {
  if (theme === undefined) return [];
  const remedy = `Hand in what createTheme() of "@guard/theme" returns: theme={createTheme({ accent: "#0a7755" })}.`;
  if (!("vars" in theme) || typeof theme.vars !== "object" || theme.vars === null) return [`theme has no vars, so it sets nothing and the stylesheet's look stays. ${remedy}`];
  const foreign = Object.keys(theme.vars).filter((name) => !name.startsWith("--guard-"));
  return foreign.length === 0 ? [] : [`theme.vars has ${quoted(foreign)}, which our stylesheet does not read: its tokens begin with "--guard-". ${remedy}`];
}

/** Whoever replaces the heading must pass on what names and focuses it. */
function titleAdvice(slots: object | undefined, root: Element | null): string[] {
  if (!root || !slots || !("Title" in slots)) return [];
  const named = root.querySelector(`[id="${root.getAttribute("aria-labelledby")}"]`);
  if (named?.hasAttribute("tabindex")) return [];
  return [`slots.Title renders no element with the id and the tabIndex it got, so the step has no name and focus is lost at each new step. Spread them: ({ as: Heading, ...heading }) => <Heading {...heading} />.`];
}

/** What can't work as it is set: what, why and the remedy, a sentence each. */
export const adviceOn = (dress: Dress, root: Element | null): readonly string[] => [...nameAdvice(dress), ...themeAdvice(dress), ...titleAdvice(dress.slots, root)];

/** No stylesheet of ours, on a page that is drawn at all: jsdom lays nothing out. */
export function styleAdvice(root: Element | null): readonly string[] {
  if (!root || root.getClientRects().length === 0 || getComputedStyle(root).containerName === "guard") return [];
  return [`The stylesheet is missing, so this login works but has no looks: @guard/react brings none, for a strict CSP's sake. Import "@guard/theme/styles.css" once (or "@guard/theme/styles.layer.css", where your CSS is in layers).`];
}

const told = new Set<string>();

/** On the console, each once. */
export function tell(advice: readonly string[]): void {
  for (const text of advice) {
    if (!told.has(text)) globalThis.console.warn(`[guard] ${text}`);
    told.add(text);
  }
}
