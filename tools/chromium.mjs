// Where the browser is, and how to start it. No tool may download one: Debian's chromium, or CHROMIUM_PATH.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Chromium without its windows: the same engine, and a third less work for each page that opens. */
const headlessShell = "chromium-headless-shell";
const names = [headlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find(isExecutable);

/** The browser's path, or undefined when there is none: CHROMIUM_PATH, then the headless shell, then a whole browser. */
export const chromiumPath = () => process.env.CHROMIUM_PATH || names.map(onPath).find((path) => path !== undefined);

/** Whether no faster browser is left to install: somebody chose one, or the headless shell is here. */
export const hasHeadlessShell = () => Boolean(process.env.CHROMIUM_PATH || onPath(headlessShell));

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
