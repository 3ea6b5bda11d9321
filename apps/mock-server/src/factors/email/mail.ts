import type { Mail } from "../../ports.ts";
import type { CodeMessage } from "../runner.ts";
import { renderTemplate } from "./template.ts";
import type { MailTemplate } from "./template.ts";

/** The mail with a code, in the words of a template. Pure. */
export function composeMail({ to, code, application }: CodeMessage, template: MailTemplate): Mail {
  return { to, ...renderTemplate(template, { application_name: application, email: to, code }) };
}
