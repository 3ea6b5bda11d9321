import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { published, root, type Published } from "./published.ts";

const run = promisify(execFile);
const pnpm = join(root, "node_modules", ".bin", "pnpm");

/** Where a package's tarball lies once it is packed. Its name bears the version, which no test should have to know. */
export function tarballOf({ name }: Pick<Published, "name">, tarballs: string): string {
  const start = `${name.replace("@", "").replace("/", "-")}-`;
  const file = existsSync(tarballs) ? readdirSync(tarballs).find((each) => each.startsWith(start) && /^\d/.test(each.slice(start.length))) : undefined;
  if (file === undefined) throw new Error(`${name} was not packed into ${tarballs}. The packages suite packs before its tests: run it with vitest --project packages.`);
  return join(tarballs, file);
}

/** Packs every published package as `pnpm publish` would: `exports` become `publishConfig.exports`, `workspace:` and `catalog:` become versions. */
export async function packPackages(tarballs: string): Promise<void> {
  rmSync(tarballs, { recursive: true, force: true });
  mkdirSync(tarballs, { recursive: true });
  await Promise.all(published.map(({ folder }) => run(pnpm, ["pack", "--pack-destination", tarballs], { cwd: folder })));
}
