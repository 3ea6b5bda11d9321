import { expect, it } from "vitest";
import type { CodeMessage } from "../runner.ts";
import { checkTemplate } from "./check-template.ts";
import { defaultTemplate } from "./default-template.ts";
import { composeMail } from "./mail.ts";

const message: CodeMessage = { to: "jane@example.com", code: "012345", app: "demo", application: "Guard Demo", purpose: "login", validMinutes: 10 };
const mailOf = (about: CodeMessage) => composeMail(about, defaultTemplate(about));

it("puts the code on a line of its own, in the text and in the HTML", () => {
  const mail = mailOf(message);
  expect(mail.text.split("\n")).toContain("012345");
  expect(mail.html.split("\n")).toContain("012345");
});

it("keeps the code out of the subject, which locked screens show", () => {
  expect(mailOf(message).subject).toBe("Your Guard Demo sign-in code");
  expect(mailOf({ ...message, purpose: "bind" }).subject).toBe("Confirm your e-mail for Guard Demo");
});

it("says how long the code is valid and what to do when it wasn't you", () => {
  for (const body of [mailOf(message).text, mailOf(message).html]) {
    expect(body).toContain("10 minutes");
    expect(body).toMatch(/If it wasn(&#39;|')t you/);
  }
});

it("lets no application name out of its place", () => {
  const mail = mailOf({ ...message, application: "<b>X</b>\r\nBcc: all@example.com" });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain("<b>");
});

it.each(["login", "bind"] as const)("has words of ours for %s that an administrator could save", (purpose) => {
  expect(checkTemplate(defaultTemplate({ purpose, validMinutes: 10 }))).toBeUndefined();
});
