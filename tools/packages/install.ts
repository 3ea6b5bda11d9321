import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tarballOf } from "./pack.ts";
import { published, root } from "./published.ts";

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
  await npmInstall(app);
  return app;
}

/** A folder of somebody who runs the packed server in Node on SQLite: its two tarballs, and of its peers those that SQLite needs. */
export async function installServer(tarballs: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "guard-server-"));
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "apps", "mock-server", "package.json"), "utf8")) as { peerDependencies: Record<string, string> };
  const peers = Object.fromEntries(["better-sqlite3", "@node-rs/argon2"].map((name) => [name, peerDependencies[name]]));
  const ours = Object.entries(fromTarballs(tarballs)).filter(([name]) => ["@guard/contract", "@guard/mock-server"].includes(name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: { ...peers, ...Object.fromEntries(ours) } }));
  await npmInstall(folder);
  return folder;
}

const npmInstall = (cwd: string) => run("npm", ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], { cwd });
