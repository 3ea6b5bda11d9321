import { afterEach, beforeEach, expect, it } from "vitest";
import { createSystemClock } from "../browser/clock.ts";
import { KEPT_MESSAGES } from "../browser/outbox.ts";
import { openInbox, type Inbox } from "./inbox.ts";
import { createMailer } from "./mailer.ts";

const clock = createSystemClock();
let inbox: Inbox;
beforeEach(async () => {
  inbox = await openInbox(clock);
});
afterEach(() => inbox.close());

const send = (to: string, text: string, subject = "s") => createMailer({ smtpUrl: inbox.smtpUrl, from: "a@b.example" }).send({ to, subject, text, html: "" });

it("lists the newest first, and for one address only when asked", async () => {
  await send("ann@example.com", "one", "1");
  await send("bob@example.com", "two", "2");
  await send("ann@example.com", "three", "3");
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["3", "2", "1"]);
  expect(inbox.list("ann@example.com").map(({ subject }) => subject)).toEqual(["3", "1"]);
});

it("takes the first line of six digits for the code, and no digits inside a sentence", async () => {
  await send("a@example.com", "Order 654321 shipped.\n\n  246810  \n\n135790\n");
  await send("b@example.com", "Call 1234567 or 123456 now.\n12345\n");
  expect(inbox.list("a@example.com")[0]?.code).toBe("246810");
  expect(inbox.list("b@example.com")[0]).not.toHaveProperty("code");
});

it("reads text beyond ASCII as it was written", async () => {
  await send("a@example.com", "您的验证码：\n\n112233\n", "登录验证 ✓");
  expect(inbox.list()[0]).toMatchObject({ subject: "登录验证 ✓", code: "112233" });
});

it("dates mails by the server's clock, also when that was moved", async () => {
  clock.advance(3_600_000);
  await send("a@example.com", "x");
  expect(inbox.list()[0]?.at).toBeGreaterThan(Date.now() + 3_500_000);
});

it("keeps the last 200 mails", async () => {
  await Promise.all(Array.from({ length: 60 }, (_, index) => send("a@example.com", "x", `first ${index}`)));
  for (let batch = 0; batch < 4; batch += 1) await Promise.all(Array.from({ length: 50 }, () => send("a@example.com", "x", "later")));
  expect(inbox.list()).toHaveLength(KEPT_MESSAGES);
  expect(inbox.list().every(({ subject }) => subject === "later")).toBe(true);
});
