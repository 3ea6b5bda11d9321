import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { locales } from "@guard/locales";
import { bundle, firstChunks, laterChunks, type Output } from "./bundle.ts";

/** A figure and what it may be at most, in bytes after brotli: a little more than was reached, so that growth is noticed. Targets stand in the bench. */
export interface Figure {
  readonly name: string;
  readonly bytes: number;
  readonly budget?: number;
}

const libraries = ["i18next", "react-i18next", "react-hook-form", "@tanstack/react-query", "valibot"];
const isReact = (id: string): boolean => /^(react|react-dom|scheduler)(\/|$)/.test(id);

const weigh = (text: string | Uint8Array): number => brotliCompressSync(text).length;
const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);
const scripts = (output: Output): number => sum(firstChunks(output).map(({ code }) => weigh(code)));
const styles = (output: Output): number => sum(output.flatMap((one) => (one.type === "asset" && one.fileName.endsWith(".css") ? [weigh(one.source)] : [])));

/**
 * What the smallest page with a login loads before its first form stands: `app/src/first-form.tsx`, over react and react-dom.
 * Own code is all of it that is no library: our JavaScript, with what the bundler adds around import(), and our whole stylesheet.
 */
async function firstForm(app: string): Promise<Figure[]> {
  const source = readFileSync(join(app, "src", "first-form.tsx"), "utf8");
  const { output } = await bundle(app, source, { external: isReact });
  const own = await bundle(app, source, { external: (id) => isReact(id) || libraries.includes(id) });
  const react = await bundle(app, 'import { createRoot } from "react-dom/client";\nimport { jsx } from "react/jsx-runtime";\ncreateRoot(document.body).render(jsx("p", {}));');
  return [
    { name: "first form, JS and CSS", bytes: scripts(output) + styles(output), budget: 45_900 },
    { name: "  of it JS", bytes: scripts(output) },
    { name: "  of it CSS", bytes: styles(output) },
    { name: "  of it own code, JS and CSS", bytes: scripts(own.output) + styles(own.output), budget: 18_600 },
    { name: "  of it own JS", bytes: scripts(own.output), budget: 12_550 },
    { name: "React itself, beside it", bytes: scripts(react.output) },
    ...laterChunks(output).map(({ name, code }) => ({ name: `later: ${name}`, bytes: weigh(code) })),
  ];
}

/** The parts of each language, as the chunks that a page loads. */
async function languages(app: string): Promise<Figure[]> {
  const parts = locales.flatMap((tag) => [`${tag}-first`, `${tag}-later`, `center/${tag}`]);
  const fileOf = (part: string): string => join(app, "node_modules", "@guard", "locales", "dist", `${part}.js`);
  const { output } = await bundle(app, `export const parts = [${parts.map((part) => `() => import(${JSON.stringify(fileOf(part))})`).join()}];`);
  return parts.map((part) => {
    const chunk = laterChunks(output).find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/locales/dist/${part}.js`));
    if (!chunk) throw new Error(`The part "${part}" of a language is no chunk of its own: another one imports it.`);
    return { name: `locale ${part}`, bytes: weigh(chunk.code), budget: 3_000 };
  });
}

/** Every size that is promised, and those that explain them. `app` has the tarballs installed. */
export async function measureSizes(app: string): Promise<Figure[]> {
  const dist = (name: string, file: string): string => join(app, "node_modules", "@guard", name, "dist", file);
  const sheets = ["styles.css", "styles.layer.css"].map((file) => ({ name: file, bytes: weigh(readFileSync(dist("theme", file))), budget: 7_000 }));
  const authing = await bundle(app, 'export * from "@guard/adapter-authing";', { external: (id) => id === "valibot" });
  const adapter = { name: "adapter-authing, beside the SDK", bytes: scripts(authing.output), budget: 7_050 };
  return [...(await firstForm(app)), ...sheets, adapter, ...(await languages(app))];
}

/** One line a figure. */
export function sizeTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(2).padStart(6)} kB`;
  return figures.map(({ name, bytes, budget }) => `${name.padEnd(width)}  ${kB(bytes)}${budget === undefined ? "" : `  of at most ${kB(budget)}${bytes > budget ? "  TOO BIG" : ""}`}`).join("\n");
}
