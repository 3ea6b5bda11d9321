import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "./build.ts";
import { installApp } from "./install.ts";
import { packPackages } from "./pack.ts";

interface Installed {
  /** The folder with every package's tarball. */
  readonly tarballs: string;
  /** An app outside of the workspace that has them installed. */
  readonly app: string;
  /** Takes both away. */
  readonly remove: () => void;
}

/** Builds, packs and installs every package: what users get. */
export async function installPackages(): Promise<Installed> {
  const tarballs = mkdtempSync(join(tmpdir(), "guard-tarballs-"));
  await buildPackages();
  await packPackages(tarballs);
  const app = await installApp(tarballs);
  return {
    tarballs,
    app,
    remove() {
      for (const folder of [tarballs, app]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same for as long as `work` takes. */
export async function withInstalledPackages<T>(work: (app: string) => Promise<T>): Promise<T> {
  const { app, remove } = await installPackages();
  try {
    return await work(app);
  } finally {
    remove();
  }
}
