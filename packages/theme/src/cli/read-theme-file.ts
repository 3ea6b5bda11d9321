import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ThemeFault } from "../faults.ts";
import { isRecord } from "../is-record.ts";
import { fromDesignTokens, isDesignTokens } from "../read-design-tokens.ts";
import type { ThemeInput } from "../theme-input.ts";

/** A file that can't be read as a theme: what, why, remedy. */
export class UnreadableFile extends Error {}

export interface ReadFile {
  readonly input: ThemeInput;
  /** What was wrong in the file's own format. */
  readonly faults: readonly ThemeFault[];
}

const codeOf = (error: unknown): unknown => (isRecord(error) ? error["code"] : undefined);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new UnreadableFile(`${file} is not there. Check the path; it is taken from the folder the command runs in.`);
    throw new UnreadableFile(`${file} can't be read (${messageOf(error)}). Name a file that you may read.`);
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile(`${file} is no JSON (${messageOf(error)}). Mend it there; JSON has no comments and no comma before a closing bracket.`);
  }
}

/** The default export, or one named `theme`: an object of tokens or what `createTheme()` answered. */
async function readModule(file: string): Promise<unknown> {
  await readText(file);
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    const old = codeOf(error) === "ERR_UNKNOWN_FILE_EXTENSION";
    throw new UnreadableFile(old ? `${file} is TypeScript, which Node reads from 22.18 on, and this is ${process.version}. Use a newer Node, or write the theme as JSON or JavaScript.` : `${file} could not be loaded (${messageOf(error)}). It has to run in Node by itself.`);
  })) as Readonly<Record<string, unknown>>;
  const theme = module["default"] ?? module["theme"];
  if (theme === undefined) throw new UnreadableFile(`${file} exports no theme. Write \`export default createTheme({ … })\`, or export it as \`theme\`.`);
  return isRecord(theme) && typeof theme["toJSON"] === "function" ? (theme["toJSON"] as () => unknown)() : theme;
}

/** Reads a theme from JSON (as `toJSON()` writes it, or Design Tokens), JavaScript or TypeScript. */
export async function readThemeFile(file: string): Promise<ReadFile> {
  const json = extname(file) === ".json" || extname(file) === ".tokens";
  if (!json && !/^\.[cm]?[jt]s$/.test(extname(file))) throw new UnreadableFile(`${file} is of no kind that is read here. Name a .json, .tokens, .ts or .js file.`);
  const value = await (json ? readJson(file) : readModule(file));
  if (!isRecord(value)) throw new UnreadableFile(`${file} holds ${Array.isArray(value) ? "a list" : JSON.stringify(value)} where a theme is an object. Write { "accent": "#0a7755" }.`);
  return isDesignTokens(value) ? fromDesignTokens(value) : { input: value, faults: [] };
}
