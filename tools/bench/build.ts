import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Rollup } from "vite";

export const pagesFolder = join(import.meta.dirname, "..", "..", "apps", "playground", "bench");

export const isReact = (id: string): boolean => /\/node_modules\/(react|react-dom|scheduler)\//.test(id);

export interface BuildOptions {
  readonly outDir: string;
  /** Modules that go into a chunk of that name. */
  readonly chunks?: Readonly<Record<string, (id: string) => boolean>>;
}

/** Builds one page as `vite build` does for a product, and answers what came out. */
export async function buildPage(page: "guard" | "bare", { outDir, chunks = {} }: BuildOptions): Promise<readonly (Rollup.OutputChunk | Rollup.OutputAsset)[]> {
  const groups = Object.entries(chunks).map(([name, test]) => ({ name, test }));
  const output = groups.length === 0 ? {} : { output: { codeSplitting: { groups } } };
  const built = await build({
    root: pagesFolder,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { target: "es2023", outDir, emptyOutDir: true, reportCompressedSize: false, rolldownOptions: { input: join(pagesFolder, `${page}.html`), ...output } },
  });
  if (!("output" in built)) throw new Error("Vite answered no output.");
  return built.output;
}
