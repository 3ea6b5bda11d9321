import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildPackages } from "./build.ts";
import { packPackages } from "./pack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder with every package's tarball. */
    tarballs: string;
  }
}

/** Builds and packs once for the whole suite; what users get is what is tested. */
export default async function setup(project: TestProject): Promise<() => void> {
  const tarballs = mkdtempSync(join(tmpdir(), "guard-tarballs-"));
  await buildPackages();
  await packPackages(tarballs);
  project.provide("tarballs", tarballs);
  return () => rmSync(tarballs, { recursive: true, force: true });
}
