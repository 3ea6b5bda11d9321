import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, it } from "vitest";
import { tarballOf } from "./pack.ts";
import { published } from "./published.ts";

const stylesheets = ["./styles.css", "./styles.layer.css", /^\.\/presets\//];

interface Packed {
  readonly license: string;
  readonly sideEffects: boolean | readonly string[];
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

describe.each(published)("$name", (one) => {
  const data = readFileSync(tarballOf(one, inject("tarballs")));
  const pack = createPackageFromTarballData(data);
  const files = pack.listFiles().map((file) => file.replace(`/node_modules/${one.name}/`, ""));
  const text = pack.readFile(`/node_modules/${one.name}/package.json`);
  const manifest = JSON.parse(text) as Packed;

  it("publint, strict, has nothing to say", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("its types resolve as its modules do, for every resolution that knows ESM", async () => {
    const result = await checkPackage(pack, { excludeEntrypoints: stylesheets });
    if (!result.types) throw new Error("No types were found in the package.");
    // attw's own profile "esm-only": node10 and require() can't load an ES module, whatever its types say.
    const passedOver = ["node10", "node16-cjs"];
    expect(result.problems.filter((problem) => !("resolutionKind" in problem && passedOver.includes(problem.resolutionKind)))).toEqual([]);
  });

  it("depends on versions that npm knows", () => {
    expect(text).not.toMatch(/"(workspace|catalog|link|file):/);
  });

  it("runs nothing when it is installed", () => {
    expect(Object.keys(manifest.scripts ?? {})).toEqual([]);
    expect(files.filter((file) => file === "binding.gyp")).toEqual([]);
  });

  it("brings its licence, its built files and nothing of the house", () => {
    expect(manifest.license).toBe("MIT");
    expect(files).toContain("LICENSE");
    expect(files.filter((file) => !file.startsWith("dist/")).sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(files.filter((file) => /\.test\.|\.stories\.|fixtures\/|\.tsbuildinfo/.test(file))).toEqual([]);
  });

  it("says the truth about side effects: its modules only define, and stylesheets are what is imported for its effect", () => {
    const css = files.some((file) => file.endsWith(".css"));
    expect(manifest.sideEffects).toEqual(css ? ["*.css"] : false);
    const effects = files.filter((file) => file.endsWith(".js")).filter((file) => /^import ["'](?!.*\.css)/m.test(pack.readFile(`/node_modules/${one.name}/${file}`)));
    expect(effects).toEqual([]);
  });
});
