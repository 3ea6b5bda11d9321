import { GLOBAL_SCOPE } from "../../policy/effective-policy.ts";
import { deleteMailTemplate, findMailTemplate, putMailTemplate } from "../../store/mail-template.ts";
import type { Tx } from "../../store/transaction.ts";
import type { CodeMessage } from "../runner.ts";
import { checkTemplate } from "./check-template.ts";
import type { TemplateFault } from "./check-template.ts";
import { defaultTemplate } from "./default-template.ts";
import { renderTemplate } from "./template.ts";
import type { MailTemplate } from "./template.ts";

/** A template, and whose it is. */
export interface FoundTemplate {
  readonly template: MailTemplate;
  readonly from: "application" | "global" | "default";
}

/** What the "login secondary verification code" of an application says: its own words, else everybody's, else ours (R20). */
export async function readTemplate(tx: Tx, app: string, validMinutes: number): Promise<FoundTemplate> {
  const own = await findMailTemplate(tx, app);
  const stored = own ?? (await findMailTemplate(tx, GLOBAL_SCOPE));
  if (stored === undefined) return { template: defaultTemplate({ purpose: "login", validMinutes }), from: "default" };
  const { subject, text, html } = stored;
  return { template: { subject, text, html }, from: own === undefined ? "global" : "application" };
}

/** Saves the words of an application, or of `global`; or says what is wrong with them and saves nothing (S-50). */
export async function saveTemplate(tx: Tx, scope: string, template: MailTemplate, now: number): Promise<TemplateFault | undefined> {
  const fault = checkTemplate(template);
  if (fault === undefined) await putMailTemplate(tx, { scope, ...template, savedAt: now });
  return fault;
}

/** Back to the words that hold without these. */
export const forgetTemplate = (tx: Tx, scope: string): Promise<void> => deleteMailTemplate(tx, scope);

const SAMPLE = { email: "jane@example.com", code: "012345" } as const;

/** How a template looks, with a code that opens nothing; or what is wrong with it. Pure. */
export function previewTemplate(template: MailTemplate, application: string): MailTemplate | TemplateFault {
  return checkTemplate(template) ?? renderTemplate(template, { application_name: application, ...SAMPLE });
}

/** The template a message goes out with. Binding an address is another mail than the one that administrators write. */
export async function templateFor(tx: Tx, { purpose, app, validMinutes }: CodeMessage): Promise<MailTemplate> {
  return purpose === "login" ? (await readTemplate(tx, app, validMinutes)).template : defaultTemplate({ purpose, validMinutes });
}
