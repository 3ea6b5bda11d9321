import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rolldown, type InputOptions } from "rolldown";
import { root } from "./published.ts";

const source = join(root, "packages", "react", "src");
const dist = join(root, "packages", "react", "dist");

const settings: InputOptions = {
  platform: "neutral",
  external: (id) => !id.startsWith(".") && !id.startsWith("/"),
  treeshake: { moduleSideEffects: false },
  // An entry's "use client" is kept; a warning says that it might not be.
  checks: { moduleLevelDirective: false },
};

/** What never weighs on a page that leaves it unused. Libraries may, and the languages are chunks. */
const isLight = (id: string): boolean => id.startsWith(source) || /^(react|@guard\/(contract|machine))(\/|$)/.test(id);

interface Module {
  readonly id: string;
  readonly imports: readonly string[];
  /** It fetches a chunk or needs a library: whoever gets it gets these as well. */
  readonly brings: boolean;
}

/** Modules of @guard/react that `input` reaches by import alone. */
async function readModules(input: string): Promise<Module[]> {
  const found: Module[] = [];
  const build = await rolldown({
    ...settings,
    input,
    plugins: [
      {
        name: "read-modules",
        moduleParsed({ id, importedIds, dynamicallyImportedIds }) {
          found.push({ id, imports: importedIds, brings: dynamicallyImportedIds.length > 0 || !importedIds.every(isLight) });
        },
      },
    ],
  });
  const { output } = await build.generate({ format: "es" });
  const reached = new Set(output.slice(0, 1));
  for (const one of reached) for (const other of output) if (one.type === "chunk" && one.imports.includes(other.fileName)) reached.add(other);
  const ids = new Set([...reached].flatMap((one) => (one.type === "chunk" ? one.moduleIds : [])));
  return found.filter(({ id }) => ids.has(id));
}

/** The modules of the first form that bring nothing but themselves. What a page without `<Guard>` takes of them stays as small as it was. */
async function plainModules(): Promise<Set<string>> {
  let plain = (await readModules(join(source, "guard.tsx"))).filter(({ brings }) => !brings);
  for (let before = -1; before !== plain.length; ) {
    before = plain.length;
    const known = new Set(plain.map(({ id }) => id));
    plain = plain.filter(({ imports }) => imports.every((id) => !id.startsWith(source) || known.has(id)));
  }
  return new Set(plain.map(({ id }) => id));
}

/** The modules that tsc has built, as `name in dist -> source`. */
function builtModules(): Record<string, string> {
  const sources = readdirSync(source, { recursive: true, encoding: "utf8" });
  const built = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return Object.fromEntries(
    built.map((file) => {
      const name = file.slice(0, -".js".length);
      const from = sources.find((one) => one === `${name}.ts` || one === `${name}.tsx`);
      if (from === undefined) throw new Error(`dist/${file} of @guard/react has no source. Has tsc's output moved? See tools/packages/first-form.ts.`);
      return [name, join(source, from)];
    }),
  );
}

/**
 * Writes what the first form is made of into one file, `first.js`, and leaves every other module in a file of its own.
 * Of many small files that later steps share, a host's bundler makes chunks beside the page's own (AD-164).
 */
export async function joinFirstForm(): Promise<void> {
  const plain = await plainModules();
  const build = await rolldown({ ...settings, input: builtModules(), preserveEntrySignatures: "allow-extension" });
  const groups = [
    { name: "first", test: (id: string) => plain.has(id) },
    { debugName: "a file each", name: (id: string) => id.slice(source.length + 1).replace(/\.tsx?$/, ""), test: (id: string) => !plain.has(id) },
  ];
  await build.write({ dir: dist, format: "es", sourcemap: true, entryFileNames: "[name].js", chunkFileNames: "[name].js", minifyInternalExports: false, codeSplitting: { includeDependenciesRecursively: false, groups } });
}
