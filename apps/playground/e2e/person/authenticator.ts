import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import type { ServerCalls } from "../server.ts";

/** An app on the person's phone, told a key. */
export interface App {
  /** The code that it shows by the server's clock, `steps` of 30 s from now. */
  code(steps?: number): Promise<string>;
}

/** A text that was kept, and under which name. */
interface Kept {
  readonly name: string;
  readonly text: string;
}

/** Stands in for the printer's dialogue, which no test can close: what each frame prints is told to the page, for `printTheCode`. */
function printToThePage(): void {
  window.print = () => void Object.assign(window.top ?? window, { printed: { name: document.title, text: document.body.innerText } });
}

/** The person's authenticator app, and the paper with the recovery code. */
export const authenticator = (page: Page, server: ServerCalls) => {
  const recoveryField = page.locator("#guard-recovery");
  const shownCode = page.locator("[data-slot=recovery-code] code");
  const readKey = async (): Promise<string> => ((await page.locator("[data-slot=secret] code").textContent()) ?? "").replaceAll(/\s/g, "");
  return {
    recoveryField,
    readKey,
    /** The code of a demo user whose phone the server plays. */
    async readAppCode(user: string): Promise<string> {
      const { code } = (await (await fetch(`${server.url}/dev/totp?user=${user}`)).json()) as { code: string };
      return code;
    },
    /** Types the key from the screen into an app. */
    async scanTheKey(): Promise<App> {
      const totp = new TOTP({ secret: await readKey() });
      return { code: async (steps = 0) => totp.generate({ timestamp: (await server.advance(0)) + steps * 30_000 }) };
    },
    async seeEnrolment(): Promise<void> {
      await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
      await expect(page.locator("[data-slot=secret] code")).toHaveText(/^([A-Z2-7]{4} ?)+$/);
    },
    async seeNewRecoveryCode(): Promise<string> {
      await expect(shownCode).toHaveText(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
      return (await shownCode.textContent()) ?? "";
    },
    /** Before `open`. */
    async watchThePrinter(): Promise<void> {
      await page.addInitScript(printToThePage);
    },
    /** Presses a button that copies, and reads what came of it. */
    async copyBy(name: "Copy key" | "Copy"): Promise<string> {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await page.getByRole("button", { name, exact: true }).click();
      await expect(page.locator("[data-guard]").getByRole("status")).toHaveText("Copied");
      return page.evaluate(() => navigator.clipboard.readText());
    },
    async downloadTheCode(): Promise<Kept> {
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download" }).click();
      const download = await downloading;
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
    },
    async printTheCode(): Promise<Kept> {
      await page.getByRole("button", { name: "Print" }).click();
      return page.evaluate(() => (window as unknown as { readonly printed: Kept }).printed); // the stub of print() puts it there
    },
    /** The dialogue is closed, whatever was chosen in it. */
    async closeThePrinter(): Promise<void> {
      await page.locator("iframe").evaluate((frame) => (frame as HTMLIFrameElement).contentWindow?.dispatchEvent(new Event("afterprint")));
    },
    async acknowledge(): Promise<void> {
      await page.locator("#guard-saved").check();
      await page.locator("[data-guard] button[type=submit]").click();
    },
    async openRecovery(): Promise<void> {
      await page.getByRole("button", { name: "Use a recovery code" }).click();
      await expect(recoveryField).toBeVisible();
    },
    async enterRecovery(code: string): Promise<void> {
      await recoveryField.fill(code);
      await page.locator("[data-guard] button[type=submit]").click();
    },
    async seeRecoveryError(text: string | RegExp): Promise<void> {
      await expect(page.locator("#guard-recovery-error")).toHaveText(text);
    },
  };
};
