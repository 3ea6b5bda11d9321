import { join } from "node:path";
import { readDeclarations, type Declarations, type Source } from "./declarations.ts";
import type { Published } from "./published.ts";

type Reader = (file: string) => Declarations;

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

/** Follows a name to where it is declared; undefined when another package declares it. */
function declared(read: Reader, source: Source): { readonly file: string; readonly text: string } | undefined {
  if (source.is !== "file") return undefined;
  const { known, exported, all } = read(source.file);
  const found = exported.get(source.name) ?? known.get(source.name);
  if (found?.is === "here") return { file: source.file, text: found.text };
  if (found) return declared(read, found);
  return all.map((file) => declared(read, { is: "file", file, name: source.name })).find((one) => one !== undefined);
}

/** Everything an entry exports, `export *` resolved. */
function surfaceOf(read: Reader, file: string): Map<string, Source> {
  const { exported, all } = read(file);
  const names = new Map<string, Source>();
  for (const other of all.filter((one) => one.startsWith("/"))) for (const [name, source] of surfaceOf(read, other)) names.set(name, source);
  for (const [name, source] of exported) names.set(name, source.is === "here" ? { is: "file", file, name } : source);
  return names;
}

/** What the public declarations speak of without exporting it: a change there is felt all the same. */
function reach(read: Reader, texts: readonly { readonly file: string; readonly text: string }[], shown: Set<string>): [string, string][] {
  const found: [string, string][] = [];
  for (const { file, text } of texts) {
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      const one = read(file).known.has(word) ? declared(read, { is: "file", file, name: word }) : undefined;
      if (!one || shown.has(one.text)) continue;
      shown.add(one.text);
      found.push([word, one.text], ...reach(read, [one], shown));
    }
  }
  return found;
}

/** `told`: what stands under an earlier entry of the package is not said again. */
function entryReport(read: Reader, title: string, file: string, told: Set<string>): string {
  const names = [...surfaceOf(read, file)].sort(byName);
  const own = names.flatMap(([name, source]) => (source.is === "package" ? [] : [{ name, ...(declared(read, source) ?? { file, text: `${name}: not found` }) }]));
  const foreign = names.flatMap(([name, source]) => (source.is === "package" ? [`${name} from "${source.from}"`] : []));
  for (const { text } of own) told.add(text);
  const behind = reach(read, own, told).sort(byName);
  const block = (heading: string, lines: readonly string[]): string => (lines.length === 0 ? "" : `\n${heading}\n\n\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`);
  return `\n## ${title}\n${block("Exported:", own.map(({ text }) => text))}${block("Passed on:", foreign)}${block("Not exported, but part of the above:", behind.map(([, text]) => text))}`;
}

/** The public surface of a built package, in an order that does not depend on the files. */
export function apiReport({ name, folder, entries }: Published): string {
  const cache = new Map<string, Declarations>();
  const read: Reader = (file) => {
    const known = cache.get(file) ?? readDeclarations(file);
    cache.set(file, known);
    return known;
  };
  const told = new Set<string>();
  const parts = Object.entries(entries).map(([title, { types }]) => entryReport(read, title, join(folder, types), told));
  return `# The public surface of ${name}\n\nWritten by \`npm run api\` from the built declarations. Removing or narrowing what stands here is a major version.\n${parts.join("")}`;
}
