import type { TestProject } from "vitest/node";
import { installPackages } from "./installed-packages.ts";

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
  const { tarballs, app, remove } = await installPackages();
  project.provide("tarballs", tarballs);
  project.provide("app", app);
  return remove;
}
