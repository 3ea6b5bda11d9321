// `npm run audit:verify`: whether the audit of DATABASE_URL is whole. Exit code 0: it is; 1: it is not; 2: it could not be looked at.
import { parseArgs } from "node:util";
import { reportAudit } from "./node/audit-command.ts";
import { StartError } from "./node/index.ts";

try {
  const { anchor } = parseArgs({ options: { anchor: { type: "string" } } }).values;
  const { ok, sentence } = await reportAudit(process.env["DATABASE_URL"] ?? "file:.data/guard.sqlite", anchor);
  console.log(sentence);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartError || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
