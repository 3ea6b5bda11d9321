import { spawnSync } from "node:child_process";
import { chromiumPath } from "./chromium.mjs";

const apt = (...args) => {
  const { status } = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  return status === 0;
};

/** Finds a browser; as root on Debian it installs one. Ends the process with one sentence when there is none. */
export const ensureChromium = () => {
  if (chromiumPath()) return;
  if (process.getuid?.() === 0 && process.platform === "linux") {
    console.log("No Chromium here: installing Debian's (once).");
    if (apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium") && chromiumPath()) return;
  }
  console.error("The tests need a Chromium and found none on PATH. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its executable.");
  process.exit(1);
};
