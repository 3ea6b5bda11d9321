// `npm run face:test`: the optional face provider on real photos, by itself and behind a login in a real Chromium. After `npm run face:install`.
import "./node-version.mjs";
import { join } from "node:path";
import { ensureChromium } from "./ensure-chromium.mjs";
import { root, runCommand } from "./run-command.mjs";

ensureChromium();
process.env.FACE_VERIFIER = join(root, "packages", "face", "src", "index.ts");
const alone = await runCommand(["vitest", "run", "--project", "face"]);
const behindALogin = await runCommand(["playwright", "test", "--config", "apps/playground/playwright.config.ts", "face"]);
process.exitCode = alone.code === 0 && behindALogin.code === 0 ? 0 : 1;
