import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "lightningcss";
import { runCommand } from "../run-command.mjs";
import { joinFirstForm } from "./first-form.ts";
import { root, waves } from "./published.ts";

/** The two stylesheets, each one file, and the presets. No `targets`: lightningcss would lower light-dark() for old browsers, and with it the host's colour scheme would be lost. */
function buildStyles(): void {
  const folder = join(root, "packages", "theme");
  mkdirSync(join(folder, "dist", "presets"), { recursive: true });
  const presets = readdirSync(join(folder, "src", "presets")).filter((file) => file.endsWith(".css"));
  for (const name of ["styles.css", "styles.layer.css", ...presets.map((file) => join("presets", file))]) {
    const { code } = bundle({ filename: join(folder, "src", name), minify: true });
    writeFileSync(join(folder, "dist", name), code);
  }
}

/** sql.js's WebAssembly beside the module that names it: Vite's development server rewrites relative addresses of a pre-bundled package and no others. */
function buildWasm(): void {
  const folder = join(root, "apps", "mock-server");
  const wasm = "sql.js/dist/sql-wasm.wasm";
  const module = join(folder, "dist", "browser", "wasm-url.js");
  const code = readFileSync(module, "utf8");
  if (!code.includes(`"${wasm}"`)) throw new Error(`wasm-url.ts no longer names "${wasm}", so the packed server would not find it. Name it there, or change buildWasm.`);
  writeFileSync(module, code.replace(`"${wasm}"`, '"./sql-wasm.wasm"'));
  cpSync(createRequire(join(folder, "package.json")).resolve(wasm), join(folder, "dist", "browser", "sql-wasm.wasm"));
}

async function buildPackage(directory: string): Promise<void> {
  const { code } = await runCommand(["tsc", "-p", join(directory, "tsconfig.build.json")]);
  if (code !== 0) throw new Error(`${directory} was not built. Its dependencies' dist is what it is judged by: see what the compiler says above.`);
}

/** Builds every published package into its `dist`: JavaScript and declarations by tsc, file by file, the first form in one file, and the styles. */
export async function buildPackages(): Promise<void> {
  for (const directory of waves.flat()) rmSync(join(root, directory, "dist"), { recursive: true, force: true });
  for (const wave of waves) await Promise.all(wave.map(buildPackage));
  await joinFirstForm();
  buildStyles();
  buildWasm();
}
