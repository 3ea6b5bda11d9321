import { parseCss } from "../packages/theme/src/testing/parse-css.ts";

const sources = import.meta.glob<string>("../packages/theme/src/css/*.css", { query: "?raw", import: "default", eager: true });

/** A rule about this many parts at once is the reset, and says nothing about one. */
const MANY = 20;

const slotsIn = (selector: string): string[] => [...selector.matchAll(/\[data-slot="([^"]+)"\]/g)].map(([, slot]) => slot ?? "");
const variablesIn = (value: string): string[] => value.match(/--guard-[\w-]+/g) ?? [];

function collect(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { selectors, declarations } of Object.values(sources).flatMap((css) => parseCss(css))) {
    const used = declarations.flatMap(([, value]) => variablesIn(value));
    const named = selectors.flatMap(slotsIn);
    if (named.length > MANY) continue;
    // The last one is what a rule is about; the others say where.
    for (const slot of selectors.flatMap((selector) => slotsIn(selector).slice(-1))) found.set(slot, new Set([...(found.get(slot) ?? []), ...used]));
  }
  return found;
}

const variables = collect();

/** The variables that a part is drawn with, read from the stylesheet itself. */
export const variablesOf = (slot: string): readonly string[] => [...(variables.get(slot) ?? [])].toSorted();
