import { createTheme as judgedTheme } from "./studio.ts";
import { plainTheme, type JudgedTheme, type Theme } from "./theme.ts";
import type { ThemeInput } from "./theme-input.ts";

// What a bundler puts a word in place of; a package for pages has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const told = new Set<string>();

/** Says once what is wrong with a theme. */
function spokenTheme(input: ThemeInput = {}): JudgedTheme {
  const theme = judgedTheme(input);
  const text = theme.report.faults.map(({ message }) => `\n- ${message}`).join("");
  if (text !== "" && !told.has(text)) globalThis.console.warn(`[guard] This theme works, but:${text}`);
  told.add(text);
  return theme;
}

/**
 * Makes a theme of what a team sets: `createTheme({ accent: "#0a7755", radius: "4px", dark: { accent: "#5fd39b" } })`.
 * In development it has a report and says on the console what is wrong; a production bundle carries neither.
 * `@guard/theme/studio` has the same function with the report in every build.
 */
export const createTheme: (input?: ThemeInput) => Theme & Partial<JudgedTheme> = process.env.NODE_ENV === "production" ? (input = {}) => plainTheme(input) : spokenTheme;
