import { VARIABLES } from "./template.ts";
import type { MailTemplate } from "./template.ts";

/** Why a template can't be saved, and where: `at` is the first character in question, from 0. */
export interface TemplateFault {
  readonly code: "empty" | "too_long" | "unknown_variable" | "unclosed_variable" | "code_missing" | "code_repeated";
  readonly part: keyof MailTemplate;
  readonly at: number;
}

const PARTS = ["subject", "text", "html"] as const satisfies readonly (keyof MailTemplate)[];
const LONGEST = { subject: 200, text: 5_000, html: 100_000 } as const;
const KNOWN = new Set<string>(VARIABLES);

/** The first fault of a template, or nothing (S-50). Pure. */
export function checkTemplate(template: MailTemplate): TemplateFault | undefined {
  for (const part of PARTS) {
    const fault = checkLength(template[part], part) ?? checkVariables(template[part], part) ?? checkCode(template[part], part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkLength(text: string, part: keyof MailTemplate): TemplateFault | undefined {
  if (text.trim() === "") return { code: "empty", part, at: 0 };
  return text.length > LONGEST[part] ? { code: "too_long", part, at: LONGEST[part] } : undefined;
}

/** Every `{{` opens a variable that is known and closed; of three braces the first is text. `}}` alone is text too: style sheets end with it. */
function checkVariables(text: string, part: keyof MailTemplate): TemplateFault | undefined {
  for (const { 1: name = "", 2: closed, index } of text.matchAll(/\{\{(?!\{)([^{}]*)(\}\})?/g)) {
    if (closed === undefined) return { code: "unclosed_variable", part, at: index };
    if (!KNOWN.has(name)) return { code: "unknown_variable", part, at: index };
  }
  return undefined;
}

/** The body holds the code once; the subject, which locked screens show, needs none. */
function checkCode(text: string, part: keyof MailTemplate): TemplateFault | undefined {
  if (part === "subject") return undefined;
  const first = text.indexOf("{{code}}");
  if (first === -1) return { code: "code_missing", part, at: text.length };
  const second = text.indexOf("{{code}}", first + 1);
  return second === -1 ? undefined : { code: "code_repeated", part, at: second };
}
