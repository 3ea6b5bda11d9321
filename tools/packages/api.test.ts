import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { apiReport } from "./api-report.ts";
import { published, root } from "./published.ts";
import { reportFile } from "./write-api.ts";

it.each(published)("the public surface of $name is the one that was agreed on", (one) => {
  const file = join(root, reportFile(one));
  const agreed = existsSync(file) ? readFileSync(file, "utf8") : "";
  expect(apiReport(one), `The public surface of ${one.name} changed. If you mean it, run "npm run api", read the difference, commit ${reportFile(one)} and add a changeset.`).toBe(agreed);
});

it.each(published)("the report of $name finds every name that its entries export", async (one) => {
  const report = apiReport(one);
  expect(report).not.toContain(": not found");
  for (const entry of Object.keys(one.entries).filter((name) => !name.endsWith("/testing"))) {
    const module = (await import(/* @vite-ignore */ join(one.folder, one.entries[entry]?.default ?? ""))) as object;
    for (const name of Object.keys(module)) expect(report, name).toMatch(new RegExp(`\\b${name}\\b`));
  }
});
