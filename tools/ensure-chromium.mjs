import { spawnSync } from "node:child_process";
import { missingPackages, wholeChromiumPath } from "./chromium.mjs";

const apt = (...args) => {
  const { status } = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  return status === 0;
};

const install = (packages) => {
  if (process.getuid?.() !== 0 || process.platform !== "linux") return;
  console.log(`No ${packages.join(" and no ")} here: installing Debian's (once).`);
  // One by one: an old Debian has no headless shell.
  if (apt("update", "-qq")) for (const name of packages) apt("install", "-y", "-qq", "--no-install-recommends", name);
};

/** Finds the browsers; as root on Debian it installs what is missing. Ends the process with one sentence when there is none. */
export const ensureChromium = () => {
  const missing = missingPackages();
  if (missing.length > 0) install(missing);
  if (missingPackages().includes("chromium-headless-shell")) console.log("Without chromium-headless-shell the tests run in the whole Chromium, which takes them longer.");
  if (wholeChromiumPath()) return;
  console.error("The tests need a Chromium and found none on PATH. Install it (Debian: apt-get install chromium chromium-headless-shell) or set CHROMIUM_PATH to its executable.");
  process.exit(1);
};
