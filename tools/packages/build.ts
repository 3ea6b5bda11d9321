import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";
import { runCommand } from "../run-command.mjs";
import { root, waves } from "./published.ts";

/** The two stylesheets, each one file. No `targets`: lightningcss would lower light-dark() for old browsers, and with it the host's colour scheme would be lost. */
function buildStyles(): void {
  const folder = join(root, "packages", "theme");
  mkdirSync(join(folder, "dist"), { recursive: true });
  for (const name of ["styles.css", "styles.layer.css"]) {
    const { code } = bundle({ filename: join(folder, "src", name), minify: true });
    writeFileSync(join(folder, "dist", name), code);
  }
}

async function buildPackage(directory: string): Promise<void> {
  const { code } = await runCommand(["tsc", "-p", join(directory, "tsconfig.build.json")]);
  if (code !== 0) throw new Error(`${directory} was not built. Its dependencies' dist is what it is judged by: see what the compiler says above.`);
}

/** Builds every published package into its `dist`: JavaScript and declarations by tsc, file by file, and the styles. */
export async function buildPackages(): Promise<void> {
  for (const directory of waves.flat()) rmSync(join(root, directory, "dist"), { recursive: true, force: true });
  for (const wave of waves) await Promise.all(wave.map(buildPackage));
  buildStyles();
}
