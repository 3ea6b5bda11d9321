import { expect, it } from "vitest";
import { composeMail } from "./mail.ts";

const message = { to: "jane@example.com", code: "012345", application: "Guard Demo", purpose: "login", validMinutes: 10 } as const;

it("puts the code on a line of its own, in the text and in the HTML", () => {
  const mail = composeMail(message);
  expect(mail.text.split("\n")).toContain("012345");
  expect(mail.html.split("\n")).toContain("012345");
});

it("keeps the code out of the subject, which locked screens show", () => {
  expect(composeMail(message).subject).toBe("Your Guard Demo sign-in code");
  expect(composeMail({ ...message, purpose: "bind" }).subject).toBe("Confirm your e-mail for Guard Demo");
});

it("says how long the code is valid and what to do when it wasn't you", () => {
  for (const body of [composeMail(message).text, composeMail(message).html]) {
    expect(body).toContain("10 minutes");
    expect(body).toMatch(/If it wasn(&#39;|')t you/);
  }
});

it("lets no application name out of its place", () => {
  const mail = composeMail({ ...message, application: "<b>X</b>\r\nBcc: all@example.com" });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain("<b>");
});
