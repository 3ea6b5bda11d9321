import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Rollup } from "vite";
import { buildPage, isReact } from "./build.ts";
import { atMost, kilobytes, type Row } from "./report.ts";

type Output = Awaited<ReturnType<typeof buildPage>>;

const brotli = (source: string | Uint8Array): number => brotliCompressSync(source).length;
const isChunk = (file: Output[number]): file is Rollup.OutputChunk => file.type === "chunk";

/** The first form of the built page, over React: what a browser loads before anything is typed. */
export async function benchSize(folder: string): Promise<readonly Row[]> {
  const work = mkdtempSync(join(folder, "size-"));
  try {
    const whole = await buildPage("guard", { outDir: join(work, "whole"), chunks: { react: isReact } });
    const first = firstChunks(whole).filter(({ name }) => name !== "react");
    const libraries = new Set(first.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes("/node_modules/")));
    const split = await buildPage("guard", { outDir: join(work, "split"), chunks: { react: isReact, libraries: (id) => libraries.has(id) } });
    const own = firstChunks(split).filter(({ name }) => name !== "react" && name !== "libraries");
    const js = sum(first.map(({ code }) => brotli(code)));
    const css = sum(whole.filter((file) => file.type === "asset" && file.fileName.endsWith(".css")).map((file) => ("source" in file ? brotli(file.source) : 0)));
    const ownJs = sum(own.map(({ code }) => brotli(code)));
    const later = whole.filter(isChunk).filter((chunk) => !firstChunks(whole).includes(chunk));
    return [
      atMost("size: first form over React, brotli (JS + CSS)", js + css, 50_000, kilobytes),
      { name: "size: of it JS / CSS", figure: `${kilobytes(js)} / ${kilobytes(css)}` },
      atMost("size: of it our own code (JS + CSS)", ownJs + css, 14_000, kilobytes),
      { name: "size: our own JS alone", figure: kilobytes(ownJs) },
      { name: "size: React itself, beside it", figure: kilobytes(sum(whole.filter(isChunk).filter(({ name }) => name === "react").map(({ code }) => brotli(code)))) },
      { name: "size: later chunks (steps, languages, settings)", figure: `${later.length} with ${kilobytes(sum(later.map(({ code }) => brotli(code))))}` },
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The entry and all that it imports statically. */
function firstChunks(output: Output): readonly Rollup.OutputChunk[] {
  const chunks = new Map(output.filter(isChunk).map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rollup.OutputChunk>();
  const visit = (chunk: Rollup.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk);
  return [...found];
}
