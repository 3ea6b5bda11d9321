import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "./build.ts";
import { installApp } from "./install.ts";
import { packPackages } from "./pack.ts";

/** Builds and packs every package, and hands over an app outside of the workspace that has them installed, for as long as `work` takes. */
export async function withInstalledPackages<T>(work: (app: string) => Promise<T>): Promise<T> {
  const folders = [mkdtempSync(join(tmpdir(), "guard-tarballs-"))] as [string, ...string[]];
  try {
    await buildPackages();
    await packPackages(folders[0]);
    const app = await installApp(folders[0]);
    folders.push(app);
    return await work(app);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
