import { en } from "@guard/locales";
import { centerEn } from "@guard/locales/center";
import { expect, it } from "vitest";
import { pseudoMessages, pseudoText } from "./pseudo.ts";

const english: Readonly<Record<string, string>> = { ...en, ...centerEn };
const plain = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, "");
const length = (words: Readonly<Record<string, string>>): number => plain(Object.values(words).join("")).length;

it("is about 40 % longer than English", () => {
  expect(length(pseudoMessages(english)) / length(english)).toBeCloseTo(1.4, 1);
});

it("stands in brackets and in accents, and leaves values as they are", () => {
  expect(pseudoText("Try again in {{duration}} (at {{time}}).")).toMatch(/^\[.*\{\{duration\}\}.*\{\{time\}\}.*\]$/);
  expect(pseudoText("Sign in")).toMatch(/[îšñ]/);
  expect(pseudoText("{{first}} {{second}}")).toBe("{{first}} {{second}}");
});
