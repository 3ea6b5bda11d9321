import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Rollup } from "vite";

const pagesFolder = join(import.meta.dirname, "..", "..", "apps", "playground", "bench");

/** Builds one page as `vite build` does for a product, and answers what came out. */
export async function buildPage(page: "guard" | "bare", { outDir }: { readonly outDir: string }): Promise<readonly (Rollup.OutputChunk | Rollup.OutputAsset)[]> {
  const built = await build({
    root: pagesFolder,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { target: "es2023", outDir, emptyOutDir: true, reportCompressedSize: false, rolldownOptions: { input: join(pagesFolder, `${page}.html`) } },
  });
  if (!("output" in built)) throw new Error("Vite answered no output.");
  return built.output;
}
