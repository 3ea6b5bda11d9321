import { spawnSync } from "node:child_process";
import { chromiumPath, hasHeadlessShell } from "./chromium.mjs";

const apt = (...args) => {
  const { status } = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  return status === 0;
};

const install = () => {
  if (process.getuid?.() !== 0 || process.platform !== "linux") return false;
  console.log("No headless Chromium here: installing Debian's (once).");
  return apt("update", "-qq") && (apt("install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell") || apt("install", "-y", "-qq", "--no-install-recommends", "chromium"));
};

/** Finds a browser; as root on Debian it installs the headless shell. Ends the process with one sentence when there is none. */
export const ensureChromium = () => {
  if (!hasHeadlessShell() && !install() && chromiumPath()) console.log("The tests run in the whole Chromium, which takes them longer.");
  if (chromiumPath()) return;
  console.error("The tests need a Chromium and found none on PATH. Install it (Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to its executable.");
  process.exit(1);
};
