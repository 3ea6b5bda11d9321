import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";

const app = inject("app");

/** The command as npm installed it from the tarball, on the Node that runs the tests. */
const guardTheme = (...args: string[]) => spawnSync(join(app, "node_modules", ".bin", "guard-theme"), args, { cwd: app, encoding: "utf8" });

it("guard-theme checks and builds where it was installed", () => {
  writeFileSync(join(app, "theme.json"), '{ "accent": "#0a7755" }');
  expect(guardTheme("check", "theme.json")).toMatchObject({ status: 0, stdout: "theme.json: 40 of 40 pairs (light and dark) pass.\n", stderr: "" });
  expect(guardTheme("build", "theme.json", "-o", "theme.css", "--selector", ".acme")).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(app, "theme.css"), "utf8")).toBe(".acme {\n  --guard-accent: #0a7755;\n}\n");
});

it("guard-theme reads the theme that a team's own module makes, and fails with a sentence", () => {
  writeFileSync(join(app, "theme.mjs"), 'import { createTheme } from "@guard/theme";\nexport default createTheme({ colorLink: "#cccccc" });\n');
  const { status, stderr } = guardTheme("check", "theme.mjs");
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/^theme\.mjs: color-link on color-surface is 1\.6:1 in light\. .* Set light\.colorLink to #\w{6} or darker, or change colorSurface\.$/)]);
});
