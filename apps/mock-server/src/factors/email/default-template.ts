import { escapeHtml } from "../../text/html.ts";
import type { CodeMessage } from "../runner.ts";
import type { MailTemplate } from "./template.ts";

/** The mail as it is until an administrator writes another. The subject holds no code: notifications show subjects on locked screens. Pure. */
export function defaultTemplate(about: Pick<CodeMessage, "purpose" | "validMinutes">): MailTemplate {
  const words = wordsOf(about);
  return { subject: words.subject, text: plain(words), html: rich(words) };
}

interface Words {
  readonly subject: string;
  readonly lead: string;
  readonly validity: string;
  readonly warning: string;
}

function wordsOf({ purpose, validMinutes }: Pick<CodeMessage, "purpose" | "validMinutes">): Words {
  const validity = `It is valid for ${validMinutes} minutes and works once.`;
  switch (purpose) {
    case "login":
      return {
        subject: "Your {{application_name}} sign-in code",
        lead: "Your code to sign in to {{application_name}}:",
        validity,
        warning: "If it wasn't you, somebody knows your password: change it, and give this code to nobody.",
      };
    case "sign-in":
      return {
        subject: "Your {{application_name}} sign-in code",
        lead: "Your code to sign in to {{application_name}} without a password:",
        validity,
        warning: "If it wasn't you, ignore this mail. Whoever has this code gets in: give it to nobody.",
      };
    case "bind":
    case "account-bind":
      return {
        subject: "Confirm your e-mail for {{application_name}}",
        lead: "Your code to use this address for signing in to {{application_name}}:",
        validity,
        warning: "If it wasn't you, ignore this mail, and give this code to nobody.",
      };
    case "step-up":
      return {
        subject: "Confirm a change to your {{application_name}} account",
        lead: "Your code to change the security settings of your {{application_name}} account:",
        validity,
        warning: "If it wasn't you, somebody is signed in to your account: sign out everywhere and change your password, and give this code to nobody.",
      };
  }
}

const plain = ({ lead, validity, warning }: Words): string => `${lead}\n\n{{code}}\n\n${validity}\n${warning}\n`;

const rich = ({ subject, lead, validity, warning }: Words): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f5f7;color:#1f2430;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:440px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e3e5ea;border-radius:12px">
<p style="margin:0 0 20px">${escapeHtml(lead)}</p>
<p style="margin:0 0 20px;padding:16px;background:#f4f5f7;border-radius:8px;text-align:center;font:600 30px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px">
{{code}}
</p>
<p style="margin:0 0 8px">${escapeHtml(validity)}</p>
<p style="margin:0;color:#5b6270;font-size:14px">${escapeHtml(warning)}</p>
</div>
</body>
</html>
`;
