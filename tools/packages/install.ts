import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tarballOf } from "./pack.ts";
import { published } from "./published.ts";

const run = promisify(execFile);

/** Each a `file:` of its own: npm then finds what they ask of each other without asking a registry for it. */
const fromTarballs = (tarballs: string): Record<string, string> => Object.fromEntries(published.map((one) => [one.name, `file:${tarballOf(one, tarballs)}`]));

/** An empty Vite + React app outside of the workspace, with the tarballs installed by npm. `--ignore-scripts` proves that nothing of ours needs one. */
export async function installApp(tarballs: string): Promise<string> {
  const app = mkdtempSync(join(tmpdir(), "guard-app-"));
  cpSync(join(import.meta.dirname, "app"), app, { recursive: true });
  const file = join(app, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { dependencies: Record<string, string> };
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, ...fromTarballs(tarballs) } }));
  await run("npm", ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: app });
  return app;
}
