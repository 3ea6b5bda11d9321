import { describe, expect, it } from "vitest";
import { checkTemplate } from "./check-template.ts";
import { renderTemplate } from "./template.ts";
import type { MailTemplate } from "./template.ts";

const template: MailTemplate = { subject: "{{application_name}} for {{email}}", text: "{{application_name}} {{email}} {{code}}", html: "<p title='{{application_name}}'>{{email}}</p><b>{{code}}</b>" };
const values = { application_name: "Shop", email: "jane@example.com", code: "012345" };

/** What people call their applications, and what an address may look like. */
const corpus = [
  "{{code}}", "{{email}}{{code}}", "{{application_name}}", "$&", "$1$`$'", "$<name>", "</p><script>alert(1)</script>", "' onmouseover='alert(1)", '" href="javascript:alert(1)',
  "<!--", "&lt;b&gt;", "Shop\r\nBcc: all@example.com", "Shop\nX", "Shop\rX", "a\u0000b", "a\u2028b", "=?utf-8?q?x?=", "%0d%0aBcc:", "\u202Egnp.exe", "{{", "}}", "\\{\\{code\\}\\}",
];

describe("rendering (S-50)", () => {
  it("fills the three variables, wherever and however often they stand", () => {
    expect(renderTemplate(template, values)).toEqual({
      subject: "Shop for jane@example.com",
      text: "Shop jane@example.com 012345",
      html: "<p title='Shop'>jane@example.com</p><b>012345</b>",
    });
    expect(renderTemplate({ ...template, text: "{{email}}{{email}}{{code}}" }, values).text).toBe("jane@example.comjane@example.com012345");
  });

  it.each(corpus)("takes %j as it is in the text: once over, nothing in it is a variable or a pattern", (name) => {
    expect(renderTemplate(template, { ...values, application_name: name }).text).toBe(`${name} jane@example.com 012345`);
  });

  it.each(corpus)("lets %j neither out of its element or attribute nor out of the subject's line", (name) => {
    const { html, subject } = renderTemplate(template, { ...values, application_name: name, email: name });
    const inside = /^<p title='([^]*)'>([^]*)<\/p><b>012345<\/b>$/.exec(html);
    expect(inside?.[1]).not.toMatch(/['"<>]/);
    expect(inside?.[2]).not.toMatch(/['"<>]/);
    // oxlint-disable-next-line no-control-regex -- what a header must not hold
    expect(subject).not.toMatch(/[\u0000-\u001F\u007F\u2028\u2029]/);
  });

  it("puts no code where a value asks for one", () => {
    const rendered = renderTemplate(template, { ...values, application_name: "{{code}}" });
    expect(rendered.subject).toBe("{{code}} for jane@example.com");
    expect(rendered.html.match(/012345/g)).toHaveLength(1);
  });
});

describe("a template that is refused", () => {
  it.each<[why: string, change: Partial<MailTemplate>, fault: object]>([
    ["no subject", { subject: "  " }, { code: "empty", part: "subject", at: 0 }],
    ["no text", { text: "" }, { code: "empty", part: "text", at: 0 }],
    ["a subject beyond any mailbox", { subject: "x".repeat(201) }, { code: "too_long", part: "subject", at: 200 }],
    ["a variable that nobody fills", { text: "Hi {{name}}, {{code}}" }, { code: "unknown_variable", part: "text", at: 3 }],
    ["an unknown one in the subject", { subject: "{{user.password}}" }, { code: "unknown_variable", part: "subject", at: 0 }],
    ["a name with spaces", { html: "<b>{{ code }}</b>" }, { code: "unknown_variable", part: "html", at: 3 }],
    ["a name in capitals", { text: "{{CODE}} {{code}}" }, { code: "unknown_variable", part: "text", at: 0 }],
    ["a name that every object has", { text: "{{code}} {{constructor}}" }, { code: "unknown_variable", part: "text", at: 9 }],
    ["no name", { text: "{{}} {{code}}" }, { code: "unknown_variable", part: "text", at: 0 }],
    ["braces that stay open", { text: "{{code}} {{email}" }, { code: "unclosed_variable", part: "text", at: 9 }],
    ["braces at the end", { text: "{{code}} {{" }, { code: "unclosed_variable", part: "text", at: 9 }],
    ["a block of another language", { text: "{{#if code}}{{code}}{{/if}}" }, { code: "unknown_variable", part: "text", at: 0 }],
    ["a text without the code", { text: "Hello" }, { code: "code_missing", part: "text", at: 5 }],
    ["HTML without the code", { html: "<b>{{email}}</b>" }, { code: "code_missing", part: "html", at: 16 }],
    ["a code too many", { text: "{{code}} or {{code}}" }, { code: "code_repeated", part: "text", at: 12 }],
  ])("%s", (_why, change, fault) => {
    expect(checkTemplate({ ...template, ...change })).toEqual(fault);
  });

  it.each<[why: string, change: Partial<MailTemplate>]>([
    ["nothing but the code in the body", { text: "{{code}}", html: "{{code}}" }],
    ["a third brace, which is text", { text: "{{{code}}}" }],
    ["a style sheet's end", { html: "<style>@media print{p{color:red}}</style>{{code}}" }],
    ["single braces", { text: "{code} {{code}}" }],
    ["the code in the subject too", { subject: "{{code}}" }],
  ])("and one that is taken: %s", (_why, change) => {
    expect(checkTemplate({ ...template, ...change })).toBeUndefined();
  });
});
