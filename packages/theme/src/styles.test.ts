import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parts, seeds, tokens, type Token } from "./index.ts";
import { parseCss, specificity } from "./testing/parse-css.ts";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const imports = [...read("./styles.css").matchAll(/@import "(.+?)";/g)].map(([, file]) => file ?? "");
const css = imports.map(read).join("\n");
const rules = parseCss(css).filter((rule) => !rule.around.some((head) => head.startsWith("@keyframes")));
const selectors = rules.flatMap((rule) => rule.selectors);
const declarations = rules.flatMap((rule) => rule.declarations.map(([property, value]) => ({ property, value, at: rule.selectors.join(", ") })));
const slots = selectors.flatMap((selector) => [...selector.matchAll(/\[data-slot="([^"]+)"\]/g)].map(([, name]) => name));

test("both builds are one source", () => {
  expect(imports.length).toBeGreaterThan(5);
  expect(read("./styles.layer.css")).toContain('@import "./styles.css" layer(guard);');
});

test("a selector names known parts only, and each part has a rule", () => {
  const known = parts.map((part) => part.name).filter((name) => name !== "root" && name !== "status");
  expect(new Set(slots)).toEqual(new Set(known));
});

test("the reset lists every part by name", () => {
  const reset = rules.find((rule) => rule.declarations.some(([property, value]) => property === "font" && value === "inherit"));
  for (const name of new Set(slots)) expect(reset?.selectors.join()).toContain(`[data-slot="${name}"]`);
});

test.each([...new Set(selectors)])("weighs 0,1,0 or less: %s", (selector) => {
  const [ids, classes, elements] = specificity(selector);
  expect(ids).toBe(0);
  expect(classes * 10 + elements).toBeLessThanOrEqual(10);
});

test("an element without a part of its own beats a host's reset too, but for the lines of a drawing", () => {
  const light = [...new Set(selectors)].filter((selector) => {
    const [, classes, elements] = specificity(selector);
    return classes === 0 && elements > 0;
  });
  expect(light.filter((selector) => !/(path|svg|::[a-z]+)$/.test(selector))).toEqual([]);
});

test("every selector stays inside a root", () => {
  for (const { selectors: each, around } of rules) {
    for (const selector of each) expect([...around, selector].join(" ")).toMatch(/data-guard|guard-sr-only/);
  }
});

describe("declarations", () => {
  const physical = /^(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border)-(left|right|top|bottom)\b.*|border-(top|bottom)-(left|right)-radius|float|clear)$/;
  const sided = /^(text-align|float|clear|justify-[\w-]+)$/;

  test("none is important", () => {
    expect(css).not.toContain("!important");
  });

  test("nothing moves from under a pointer", () => {
    const moved = declarations.filter(({ property, at }) => at.includes(":hover") && /^(margin|padding|inset|translate|inline-size|block-size|border-width)/.test(property));
    expect(moved).toEqual([]);
  });

  test("none is physical", () => {
    expect(declarations.filter(({ property }) => physical.test(property))).toEqual([]);
    expect(declarations.filter(({ property, value }) => sided.test(property) && /\b(left|right)\b/.test(value))).toEqual([]);
  });

  test("four-sided shorthands are the same on both sides", () => {
    const lopsided = declarations.filter(({ property, value }) => {
      const sides = /^(margin|padding|inset|border-width)$/.test(property) ? value.split(/\s+(?![^(]*\))/) : [];
      return sides.length === 4 && sides[1] !== sides[3];
    });
    expect(lopsided).toEqual([]);
  });
});

test("containers decide layout; media queries ask for preferences only, and for the height that a keyboard leaves a page", () => {
  const media = new Set(rules.flatMap((rule) => rule.around.filter((head) => head.startsWith("@media"))));
  expect([...media].sort()).toEqual(["@media (forced-colors: active)", "@media (height < 700px)", "@media (pointer: coarse)", "@media (prefers-contrast: more)", "@media (prefers-reduced-motion: reduce)"]);
});

test("entry animations start at .2 or more: password managers scan at once", () => {
  const from = [...css.matchAll(/from \{ opacity: ([\d.]+)/g)].map(([, value]) => Number(value));
  expect(from.length).toBeGreaterThan(0);
  expect(Math.min(...from)).toBeGreaterThanOrEqual(0.2);
});

test("weighs at most 7 kB with brotli", () => {
  expect(brotliCompressSync(css.replace(/\/\*[^]*?\*\//g, "")).length).toBeLessThanOrEqual(7_000);
});

describe("custom properties", () => {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name));
  const declared = declarations.filter(({ property }) => property.startsWith("--"));

  test("each that is read is declared or a seed, and each of ours is listed", () => {
    const known = new Set([...declared.map(({ property }) => property), ...seeds.map(({ name }) => `--guard-${name}`)]);
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    const listed = new Set(tokens.map(({ name }) => `--guard-${name}`));
    expect([...used, ...known].filter((name) => name.startsWith("--guard-") && !listed.has(name as `--guard-${Token}`))).toEqual([]);
  });

  test("each that is listed does something, but for the end of the scale", () => {
    expect(tokens.map(({ name }) => `--guard-${name}`).filter((name) => !used.has(name))).toEqual(["--guard-space-8"]);
  });

  test("a name is declared once a rule: a second meaning would shadow the first", () => {
    const twice = rules.flatMap((rule) => rule.declarations.map(([property]) => property).filter((property, at, all) => property.startsWith("--") && all.indexOf(property) !== at));
    expect(twice).toEqual([]);
  });
});

test("what a finger and reduced motion ask for is set by private names, which no theme sets", () => {
  const modes = rules.filter((rule) => rule.around.some((head) => /coarse|reduced-motion/.test(head)));
  const set = modes.flatMap((rule) => rule.declarations.map(([property]) => property)).filter((property) => property.startsWith("--"));
  expect(set).toEqual(["--_control", "--_motion", "--_move"]);
});
