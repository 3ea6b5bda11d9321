import type { Mail } from "../ports.ts";
import { escapeHtml } from "../text/html.ts";
import type { Notice } from "./notice.ts";

/** A notice as a mail. An application's name may stand in any of its lines, so none of them can end the subject's. Pure. */
export function composeNotice({ to, subject, paragraphs }: Notice): Mail {
  const lines = paragraphs.map(oneLine);
  return { to, subject: oneLine(subject), text: `${lines.join("\n\n")}\n`, html: rich(oneLine(subject), lines) };
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

const rich = (subject: string, lines: readonly string[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f5f7;color:#1f2430;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:440px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e3e5ea;border-radius:12px">
${lines.map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`).join("\n")}
</div>
</body>
</html>
`;
