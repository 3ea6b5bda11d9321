import { join } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Rollup } from "vite";

const pagesFolder = join(import.meta.dirname, "..", "..", "apps", "playground", "bench");

export type Built = readonly (Rollup.OutputChunk | Rollup.OutputAsset)[];

/** Builds one page as `vite build` does for a product, and answers what came out. */
export async function buildPage(page: "guard" | "bare", { outDir }: { readonly outDir: string }): Promise<Built> {
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

/** What a host's server answers in the place of each page's empty root. Its libraries are in the file; React is the workspace's. */
export async function renderPages({ outDir }: { readonly outDir: string }): Promise<{ readonly guard: string; readonly bare: string }> {
  await build({
    root: pagesFolder,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    ssr: { noExternal: true, external: ["react", "react-dom"] },
    build: { ssr: join(pagesFolder, "server.tsx"), outDir, emptyOutDir: true },
  });
  const { rendered } = (await import(pathToFileURL(join(outDir, "server.js")).href)) as typeof import("../../apps/playground/bench/server.tsx");
  return rendered;
}

/** A built page with the server's HTML in it. */
export const withHtml = (built: Built, html: string): Built =>
  built.map((file) => (file.fileName.endsWith(".html") && "source" in file ? { ...file, source: String(file.source).replace('<div id="root"></div>', () => `<div id="root">${html}</div>`) } : file));
