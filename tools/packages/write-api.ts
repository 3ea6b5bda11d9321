import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiReport } from "./api-report.ts";
import { published, root, type Published } from "./published.ts";

/** Where a package's report is kept: `reports/react.api.md`. */
export const reportFile = ({ name }: Published): string => join("reports", `${name.replace("@guard/", "")}.api.md`);

/** Writes the report of every package. They have to be built. */
export function writeApiReports(): void {
  mkdirSync(join(root, "reports"), { recursive: true });
  for (const one of published) writeFileSync(join(root, reportFile(one)), apiReport(one));
}
