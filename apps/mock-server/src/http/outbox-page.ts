import { escapeHtml } from "../text/html.ts";
import type { OutboxMessage } from "./development.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1f2430, #e8eaf0); --soft: light-dark(#5b6270, #a3a9b8); --paper: light-dark(#fff, #1b1e26); --ground: light-dark(#f4f5f7, #12141a); --line: light-dark(#e3e5ea, #2c303b); }
body { margin: 0; padding: 40px 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 680px; margin: 0 auto; }
h1 { margin: 0 0 4px; font-size: 24px; }
main > p { margin: 0 0 24px; color: var(--soft); }
article { margin: 0 0 12px; padding: 20px; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
h2 { margin: 0; font-size: 16px; overflow-wrap: anywhere; }
header p { margin: 2px 0 0; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.code { margin: 14px 0 0; font: 600 28px/1.2 ui-monospace, Menlo, Consolas, monospace; letter-spacing: 4px; user-select: all; }
summary { margin-top: 12px; color: var(--soft); font-size: 14px; cursor: pointer; }
pre { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; }
`;

/** The development inbox for people: no script, everything escaped, newest first. Pure. */
export function outboxPage(messages: readonly OutboxMessage[]): string {
  const list = messages.length === 0 ? "<p>Nothing was sent yet. Reload after the next code.</p>" : messages.map(article).join("\n");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Outbox</title><style>${STYLE}</style></head>
<body><main>
<h1>Outbox</h1>
<p>What this development server sent. Newest first.</p>
${list}
</main></body>
</html>
`;
}

function article({ channel, to, code, subject, text, at }: OutboxMessage): string {
  const shown = code === undefined ? "" : `<p class="code">${escapeHtml(code)}</p>`;
  return `<article>
<header><h2>${escapeHtml(subject)}</h2><p>${escapeHtml(channel)} to ${escapeHtml(to)} · ${clockTime(at)}</p></header>
${shown}
<details><summary>Message</summary><pre>${escapeHtml(text)}</pre></details>
</article>`;
}

/** Time of day in UTC; the domain has no `Date`, and a day's remainder is enough for an inbox. */
function clockTime(at: number): string {
  const seconds = Math.floor(at / 1000) % 86_400;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${parts.map((part) => String(part).padStart(2, "0")).join(":")} UTC`;
}
