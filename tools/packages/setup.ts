import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildPackages } from "./build.ts";
import { installApp } from "./install.ts";
import { packPackages } from "./pack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder with every package's tarball. */
    tarballs: string;
    /** An app outside of the workspace that has them installed. */
    app: string;
  }
}

/** Builds, packs and installs once for the whole suite: what users get is what is tested. */
export default async function setup(project: TestProject): Promise<() => void> {
  const tarballs = mkdtempSync(join(tmpdir(), "guard-tarballs-"));
  await buildPackages();
  await packPackages(tarballs);
  const app = await installApp(tarballs);
  project.provide("tarballs", tarballs);
  project.provide("app", app);
  return () => {
    for (const folder of [tarballs, app]) rmSync(folder, { recursive: true, force: true });
  };
}
