import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** Runs a tool of ours (from node_modules/.bin, under the Node that runs this file) and answers its exit code and seconds. */
export const runCommand = ([tool, ...args]) =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const bin = join(root, "node_modules", ".bin");
    const path = [bin, process.env.PATH].join(process.platform === "win32" ? ";" : ":");
    const child = spawn(join(bin, tool), args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, PATH: path } });
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000 }));
  });
