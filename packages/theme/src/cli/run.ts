import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { ThemeFault } from "../faults.ts";
import type { ThemeReport } from "../report.ts";
import { createTheme } from "../studio.ts";
import { readThemeFile, UnreadableFile } from "./read-theme-file.ts";

/** Where a command writes: results and complaints. */
export interface Output {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

const usage = `guard-theme check <file>                         are its colours readable? (exit code 1: no)
guard-theme build <file> [-o theme.css] [--selector "[data-brand=acme]"]

<file> is a theme as JSON, Design Tokens 2025.10 as JSON, or a module that exports one (.ts, .js).`;

const complain = ({ complain: line }: Output, file: string, faults: readonly ThemeFault[]): void => {
  for (const { message } of faults) line(`${file}: ${message}`);
};

function verdict({ contrasts }: ThemeReport): string {
  const unknown = contrasts.filter(({ passes }) => passes === undefined).length;
  const judged = `${contrasts.length - unknown} of ${contrasts.length} pairs (light and dark) pass`;
  return unknown === 0 ? `${judged}.` : `${judged}; ${unknown} are made of colours that only the page knows, such as var(), and were not judged.`;
}

async function check(file: string, output: Output): Promise<number> {
  const { input, faults } = await readThemeFile(file);
  const { report } = createTheme(input);
  const found = [...faults, ...report.faults];
  complain(output, file, found);
  if (found.length > 0) return 1;
  output.say(`${file}: ${verdict(report)}`);
  return 0;
}

/** What can't be said in CSS stops the build; low contrast is told and built, for `check` is the gate. */
async function build(file: string, options: { readonly output?: string; readonly selector?: string }, output: Output): Promise<number> {
  const { input, faults } = await readThemeFile(file);
  const theme = createTheme(input);
  const found = [...faults, ...theme.report.faults];
  complain(output, file, found);
  if (found.some(({ code }) => !code.startsWith("contrast_"))) return 1;
  const css = theme.toCSS(options.selector);
  if (options.output === undefined) output.say(css.trimEnd());
  else await writeFile(options.output, css);
  return 0;
}

function read(args: readonly string[]): { readonly command: string; readonly file: string; readonly values: { readonly output?: string; readonly selector?: string } } | string {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { output: { type: "string", short: "o" }, selector: { type: "string" }, help: { type: "boolean", short: "h" } } });
    const [command = "", file, ...more] = positionals;
    if (values.help === true) return "";
    if (!["check", "build"].includes(command)) return `"${command}" is no command of guard-theme.`;
    if (file === undefined || more.length > 0) return `guard-theme ${command} takes one file, and was given ${positionals.length - 1}.`;
    return { command, file, values };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs a command. Exit code 0: fine; 1: the theme is not; 2: it could not be looked at. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const asked = read(args);
  if (asked === "") return output.say(usage), 0;
  if (typeof asked === "string") return output.complain(`${asked}\n\n${usage}`), 2;
  try {
    return await (asked.command === "check" ? check(asked.file, output) : build(asked.file, asked.values, output));
  } catch (error) {
    const isWrite = error instanceof Error && "syscall" in error;
    if (!(error instanceof UnreadableFile || error instanceof TypeError || isWrite)) throw error;
    output.complain(isWrite ? `${asked.values.output ?? ""} can't be written (${error.message}). Name a file in a folder that is there.` : error.message);
    return 2;
  }
}
