import { readFileSync } from "node:fs";
import { camel } from "../camel.ts";
import { defaults } from "../defaults.ts";
import { constants, measures } from "../measures.ts";
import { parts } from "../parts.ts";
import { createTheme } from "../studio.ts";
import type { ThemeColorKey } from "../theme-input.ts";
import { seeds, semantics } from "../tokens.ts";
import { parseCss } from "./parse-css.ts";
import { presetFiles } from "./preset-files.ts";

const text = readFileSync(new URL("./styling.md", import.meta.url), "utf8");
const declared = new Map(parseCss(readFileSync(new URL("../css/tokens.css", import.meta.url), "utf8")).flatMap((rule) => rule.declarations));

const fontDefaults: Readonly<Record<string, string>> = { font: "`inherit`", "font-mono": "`ui-monospace`, …" };

/** What stands where nobody sets it: a colour's two, a length as the seeds make it, else the declaration. */
function defaultOf(name: string): string {
  const key = camel(name);
  if (Object.hasOwn(defaults, key)) return [...new Set(defaults[key as ThemeColorKey])].map((color) => `\`${color}\``).join(" / ");
  const length = measures({})[key];
  if (length) return `\`${length.value}${length.unit}\``;
  return fontDefaults[name] ?? `\`${constants[key] ?? declared.get(`--guard-${name}`)}\``;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const tokenTable = (list: readonly { readonly name: string; readonly says: string }[]): string =>
  table(["`--guard-…`", "`createTheme` key", "default (light / dark)", "what it is"], list.map(({ name, says }) => [`\`${name}\``, `\`${camel(name)}\``, defaultOf(name), says]));

const ratio = (value: number | undefined): string => (Math.floor((value ?? 0) * 10) / 10).toFixed(1);

function pairTable(): string {
  const { contrasts } = createTheme().report;
  const of = (scheme: string) => contrasts.filter((one) => one.scheme === scheme);
  const dark = of("dark");
  return table(["pair", "at least", "light", "dark"], of("light").map(({ name, least, ratio: light }, at) => [name, String(least), ratio(light), ratio(dark[at]?.ratio)]));
}

const filled: Readonly<Record<string, () => string>> = {
  seeds: () => tokenTable(seeds),
  tokens: () => tokenTable(semantics),
  pairs: pairTable,
  parts: () => table(["`data-slot`", "key", "what it is"], parts.map(({ name, says }) => [name === "root" ? "(`data-guard`)" : `\`${name}\``, `\`${camel(name)}\``, says])),
  presets: () => table(["preset", "looks"], presetFiles.map(({ name, says }) => [`\`${name}\``, says])),
};

/** docs/styling.md: the text beside this file, with its tables made of the data. */
export const drawStyling = (): string => `<!-- Written by \`npm run styling\` from packages/theme. Edit the data or packages/theme/src/testing/styling.md. -->\n\n${text.replace(/^\{\{(\w+)\}\}$/gm, (_, name: string) => filled[name]?.() ?? "")}`;
