import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Rollup } from "vite";

const pagesFolder = join(import.meta.dirname, "..", "..", "apps", "playground", "bench");

export type Built = readonly (Rollup.OutputChunk | Rollup.OutputAsset)[];

interface Place {
  /** The folder of the pages' sources. */
  readonly pages: string;
  readonly outDir: string;
}

/** Puts the pages into an app that has the packages installed, and answers their folder there: what is measured is what users get. */
export function placePages(app: string): string {
  const pages = join(app, "bench");
  cpSync(pagesFolder, pages, { recursive: true });
  return pages;
}

/** Builds one page as `vite build` does for a product, and answers what came out. */
export async function buildPage(page: "guard" | "bare", { pages, outDir }: Place): Promise<Built> {
  const built = await build({
    root: pages,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { target: "es2023", outDir, emptyOutDir: true, reportCompressedSize: false, rolldownOptions: { input: join(pages, `${page}.html`) } },
  });
  if (!("output" in built)) throw new Error("Vite answered no output.");
  return built.output;
}

/** What a host's server answers in the place of each page's empty root. All that it needs is in the file. */
export async function renderPages({ pages, outDir }: Place): Promise<{ readonly guard: string; readonly bare: string }> {
  await build({
    root: pages,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    ssr: { noExternal: true },
    build: { ssr: join(pages, "server.tsx"), outDir, emptyOutDir: true },
  });
  const { rendered } = (await import(pathToFileURL(join(outDir, "server.js")).href)) as typeof import("../../apps/playground/bench/server.tsx");
  return rendered;
}

/** A built page with the server's HTML in it. */
export const withHtml = (built: Built, html: string): Built =>
  built.map((file) => (file.fileName.endsWith(".html") && "source" in file ? { ...file, source: String(file.source).replace('<div id="root"></div>', () => `<div id="root">${html}</div>`) } : file));
