import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

/** The files that hold `text`, by their path in src. */
const holding = (text: string) => files.filter((file) => readFileSync(join(source, file), "utf8").includes(text));

it("there is one way to a session, and it is this file (S-24)", () => {
  expect(holding('insertInto("session")')).toEqual(["store/session.ts"]);
  expect(holding("insertSession(").filter((file) => file !== "store/session.ts")).toEqual(["sign-in/complete-login.ts"]);
});

it("no code is compared with === (S-14)", () => {
  const suspicious = files.filter((file) => /\b(code|mac|hash|token)\s*[!=]==\s*(?!undefined|null|")\w|[!=]==\s*\w*\.(code|mac|hash|tokenHash)\b/.test(readFileSync(join(source, file), "utf8")));
  expect(suspicious.filter((file) => !file.startsWith("node"))).toEqual([]);
});
