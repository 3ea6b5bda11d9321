// `npm run check`: types, lint, walls, dead code. Fast enough to run before each commit.
import "./node-version.mjs";
import { checks } from "./checks.mjs";
import { runCommand } from "./run-command.mjs";

let failed = 0;
for (const { name, command } of checks) {
  const { code, seconds } = await runCommand(command);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
