import type { RunningServer } from "@guard/mock-server/node";
import type { Page } from "playwright";
import { launchChromium } from "../../../../tools/launch-chromium.ts";

/** Opens a page in a real Chromium for as long as `work` takes, and answers what the page complained of. */
export async function inChromium(url: string, work: (page: Page) => Promise<void>): Promise<string[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(url);
    await work(page);
    return complaints;
  } finally {
    await browser.close();
  }
}

/** What a person does: the password, then the code from the mail. */
export async function logIn(page: Page, guard: RunningServer): Promise<void> {
  await page.locator("#guard-username").fill("email-user");
  await page.locator("#guard-current-password").fill("Guard-demo-2026!");
  await page.keyboard.press("Enter");
  const field = page.locator("#guard-otp");
  await field.waitFor();
  await page.getByRole("timer").waitFor();
  await field.pressSequentially(guard.outbox("email-user@example.com")[0]?.code ?? "");
}
