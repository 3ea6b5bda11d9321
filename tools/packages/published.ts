import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** The packages that are published, in waves: each is built against the dist of the waves before it. */
export const waves = [
  ["packages/contract", "packages/locales", "packages/theme"],
  ["packages/machine", "packages/adapter-http", "packages/adapter-authing", "apps/mock-server"],
  ["packages/react"],
] as const;

interface Entry {
  readonly types: string;
  readonly default: string;
}

interface Manifest {
  readonly name: string;
  readonly publishConfig: { readonly exports: Readonly<Record<string, string | Entry>> };
}

export interface Published {
  readonly name: string;
  /** Its folder, absolute. */
  readonly folder: string;
  /** Its JavaScript entries as users name them: `@guard/contract/testing` -> files in `folder`. */
  readonly entries: Readonly<Record<string, Entry>>;
}

function read(directory: string): Published {
  const folder = join(root, directory);
  const { name, publishConfig } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const entries = Object.entries(publishConfig.exports).flatMap(([path, entry]) => (typeof entry === "string" ? [] : [[name + path.slice(1), entry] as const]));
  return { name, folder, entries: Object.fromEntries(entries) };
}

export const published: readonly Published[] = waves.flat().map(read);
