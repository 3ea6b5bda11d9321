// Where the browser is, and how to start it. No tool may download one: Debian's chromium, or CHROMIUM_PATH.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Chromium without its windows: the same engine, and a third less work for each page that opens. It has no camera. */
const headlessShell = "chromium-headless-shell";
const whole = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find(isExecutable);

/** A whole browser's path, or undefined when there is none: CHROMIUM_PATH, then what is on PATH. */
export const wholeChromiumPath = () => process.env.CHROMIUM_PATH || whole.map(onPath).find((path) => path !== undefined);

/** The path of the browser that is quickest, or undefined when there is none: CHROMIUM_PATH, then the headless shell, then a whole one. */
export const chromiumPath = () => process.env.CHROMIUM_PATH || onPath(headlessShell) || wholeChromiumPath();

/** Debian's packages that are not here yet; none where somebody chose a browser. */
export const missingPackages = () => (process.env.CHROMIUM_PATH ? [] : [...(onPath(headlessShell) ? [] : [headlessShell]), ...(wholeChromiumPath() ? [] : ["chromium"])]);

// --no-sandbox: Chromium refuses to start as root with its sandbox. The rest keeps it from calling home.
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
