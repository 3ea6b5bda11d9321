import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "./build.ts";
import { installApp } from "./install.ts";
import { measureSizes, type Figure } from "./measure.ts";
import { packPackages } from "./pack.ts";

/** Builds, packs and installs, and measures what came out. `npm run size` and `npm run bench` print the same figures. */
export async function measurePacked(): Promise<Figure[]> {
  const folders = [mkdtempSync(join(tmpdir(), "guard-tarballs-"))] as [string, ...string[]];
  try {
    await buildPackages();
    await packPackages(folders[0]);
    const app = await installApp(folders[0]);
    folders.push(app);
    return await measureSizes(app);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
