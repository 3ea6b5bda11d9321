import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
let house = "";

/** A copy of the house's rules around one file that breaks a wall. */
function put(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function run(tool: string, ...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(bin(tool), args, { cwd: house, encoding: "utf8" });
  return { code: status, said: `${stdout}${stderr}`.replace(/\s+/g, " ") };
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "guard-walls-"));
  for (const file of [".oxlintrc.json", "tsconfig.base.json", "packages/machine/tsconfig.flow.json", "apps/mock-server/tsconfig.app.json"]) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("a wall that is broken is refused, and the message tells the remedy", () => {
  it.each([
    ["packages/machine/src/flow/broken.ts", "export const now = () => Date.now();", "Read `event.now`"],
    ["packages/machine/src/flow/broken.ts", 'import { createGuard } from "../runtime/guard.ts";\nexport { createGuard };', "Return an effect and let machine/runtime perform it"],
    ["packages/machine/src/runtime/broken.ts", 'import { useState } from "react";\nexport { useState };', "the machine knows the contract only"],
    ["packages/react/src/broken.ts", 'import { createHttpAdapter } from "@guard/adapter-http";\nexport { createHttpAdapter };', "react gets its adapter as a prop"],
    ["packages/react/src/broken.ts", 'import { useMutation } from "@tanstack/react-query";\nexport { useMutation };', "no credential goes through react-query"],
    ["packages/react/src/broken.ts", 'import { tokens } from "@guard/theme";\nexport { tokens };', "CSS belongs to @guard/theme"],
    ["packages/adapter-http/src/broken.ts", 'import { transition } from "@guard/machine";\nexport { transition };', "an adapter imports the contract only"],
    ["packages/adapter-authing/src/broken.ts", 'import { AuthenticationClient } from "authing-js-sdk";\nexport { AuthenticationClient };', "an adapter imports the contract only"],
    ["packages/contract/src/broken.ts", 'import { transition } from "@guard/machine";\nexport { transition };', "contract imports nothing of ours"],
    ["packages/theme/src/broken.ts", 'import { en } from "@guard/locales";\nexport { en };', "theme and locales are leaves"],
    ["apps/mock-server/src/broken.ts", 'import { transition } from "@guard/machine";\nexport { transition };', "both can't agree in one mistake"],
    ["apps/mock-server/src/broken.ts", 'import { readFileSync } from "node:fs";\nexport { readFileSync };', "Put platform code into src/node or src/browser"],
    ["apps/mock-server/src/sign-in/broken.ts", 'import { done } from "../authing/outcome.ts";\nexport { done };', "nobody knows Authing's protocol but its own room"],
    ["apps/mock-server/src/authing/broken.ts", 'import { runTry } from "../tries/run-try.ts";\nexport { runTry };', "Call the function that /api/v1 calls"],
    ["apps/mock-server/src/authing/broken.ts", 'import { privateDecrypt } from "node:crypto";\nexport { privateDecrypt };', "Put platform code into src/node or src/browser"],
    ["apps/mock-server/src/broken.ts", "export const now = () => Date.now();", "Take `clock.now()` from the ports"],
    ["apps/mock-server/src/node/broken.ts", "export const say = () => console.log(1);", "no-console"],
    ["apps/mock-server/src/broken.ts", "export const dice = () => Math.random();", "Take the injected Random port"],
  ])("%s: %s", (file, text, remedy) => {
    put(file, text);
    const { code, said } = run("oxlint", "-c", ".oxlintrc.json", file);
    rmSync(join(house, file));
    expect(said).toContain(remedy);
    expect(code).not.toBe(0);
  });

  it.each([
    ["packages/machine/src/flow/fine.ts", "export const later = (now: number): number => now + 1;"],
    ["apps/mock-server/src/audit-verify.ts", "export const say = () => console.log(process.argv);"],
  ])("lets a file pass that stays in its room, and a command say what it found: %s", (file, text) => {
    put(file, text);
    const { code, said } = run("oxlint", "-c", ".oxlintrc.json", file);
    rmSync(join(house, file));
    expect([code, said]).toEqual([0, expect.stringContaining("0 errors")]);
  });
});

describe("the compiler knows no platform", () => {
  it.each(["fetch('/')", "setTimeout(() => 0, 1)", "window.open()", "new AbortController()", "crypto.randomUUID()"])("in machine/flow: %s", (expression) => {
    put("packages/machine/src/flow/broken.ts", `export const broken = () => ${expression};`);
    const { code, said } = run("tsc", "-p", "packages/machine/tsconfig.flow.json");
    expect(said).toContain("Cannot find name");
    expect(code).not.toBe(0);
  });

  it("in the server's app: Buffer", () => {
    put("apps/mock-server/src/broken.ts", 'export const broken = Buffer.from("a");');
    const { code, said } = run("tsc", "-p", "apps/mock-server/tsconfig.app.json");
    expect(said).toContain("Buffer");
    expect(code).not.toBe(0);
  });
});
