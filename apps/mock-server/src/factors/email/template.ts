import { escapeHtml } from "../../text/html.ts";

/** The words of a mail, as an administrator writes them: subject and body with variables in double braces (R20). */
export interface MailTemplate {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The only variables there are (R20, S-50). */
export const VARIABLES = ["application_name", "email", "code"] as const;
export type Variable = (typeof VARIABLES)[number];
export type Values = Readonly<Record<Variable, string>>;

const PLACEHOLDER = new RegExp(`\\{\\{(${VARIABLES.join("|")})\\}\\}`, "g");
// oxlint-disable-next-line no-control-regex -- a header with a control character is what has to be prevented
const CONTROL = /[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g;

/** Puts the values in, once over the template, so that a value which looks like a variable stays what it is (S-50). Pure. */
export function renderTemplate(template: MailTemplate, values: Values): MailTemplate {
  return {
    subject: fill(template.subject, (name) => values[name]).replace(CONTROL, " ").trim(),
    text: fill(template.text, (name) => values[name]),
    html: fill(template.html, (name) => escapeHtml(values[name])),
  };
}

const fill = (text: string, valueOf: (name: Variable) => string): string => text.replace(PLACEHOLDER, (_, name: Variable) => valueOf(name));
