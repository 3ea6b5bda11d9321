// `npm run tour`: drives what `npm start` starts, server and page, through every factor, and prints a line a rule with what was seen.
import "./node-version.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { runCommand } from "./run-command.mjs";

ensureChromium();
const { code } = await runCommand(["playwright", "test", "--config", "apps/playground/tour/playwright.config.ts"]);
process.exitCode = code;
