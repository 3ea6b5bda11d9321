import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postcss from "postcss";
import tailwind from "tailwindcss-3";

const folder = join(import.meta.dirname, "../../.vite/tailwind-3");

/** Tailwind 3 by its own build: a file that resets and a file of the classes that main.tsx names, to be put before or behind ours. */
export async function buildOldTailwind(): Promise<void> {
  const raw = await readFile(join(import.meta.dirname, "main.tsx"), "utf8");
  await mkdir(folder, { recursive: true });
  for (const layer of ["base", "utilities"]) {
    const { css } = await postcss([tailwind({ content: [{ raw }] })]).process(`@tailwind ${layer};`, { from: undefined });
    await writeFile(join(folder, `${layer}.css`), css);
  }
}
