import { builtinModules } from "node:module";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin, type Rolldown } from "vite";

export type Output = (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** Writes down what a bundle asks of Node. Vite itself only warns, and the page fails when it runs. */
function watchForNode(asked: Set<string>): Plugin {
  return {
    name: "watch-for-node",
    enforce: "pre",
    resolveId(id, importer) {
      if (id.startsWith("node:") || builtinModules.includes(id)) asked.add(`${id} from ${importer}`);
    },
  };
}

interface Bundled {
  readonly output: Output;
  /** Built-in modules of Node that were imported, and from where. */
  readonly node: string[];
}

export interface BundleOptions {
  readonly external?: (id: string) => boolean;
}

/** Bundles source text for a browser as an app's `vite build` would, and keeps the result in memory. It resolves from the app that has the tarballs installed. */
export async function bundle(app: string, source: string, { external = () => false }: BundleOptions = {}): Promise<Bundled> {
  const asked = new Set<string>();
  const entry = join(app, "src", "entry-of-a-test.tsx");
  const give: Plugin = { name: "give-entry", enforce: "pre", resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? source : undefined) };
  const result = await build({
    configFile: false,
    root: app,
    logLevel: "silent",
    plugins: [give, watchForNode(asked), react()],
    build: { write: false, rolldownOptions: { input: entry, external, preserveEntrySignatures: "exports-only" } },
  });
  return { output: (result as Rolldown.RolldownOutput).output, node: [...asked] };
}

const isChunk = (one: Output[number]): one is Rolldown.OutputChunk => one.type === "chunk";

/** The entry and what it imports before it can run. */
export function firstChunks(output: Output): Rolldown.OutputChunk[] {
  const chunks = output.filter(isChunk);
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of wanted) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) wanted.add(next);
  return chunks.filter(({ fileName }) => wanted.has(fileName));
}

/** The chunks that arrive later. */
export function laterChunks(output: Output): Rolldown.OutputChunk[] {
  const first = firstChunks(output);
  return output.filter(isChunk).filter((chunk) => !first.includes(chunk));
}
