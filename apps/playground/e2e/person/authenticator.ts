import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import type { ServerCalls } from "../server.ts";

/** An app on the person's phone, told a key. */
export interface App {
  /** The code that it shows by the server's clock, `steps` of 30 s from now. */
  code(steps?: number): Promise<string>;
}

/** The person's authenticator app, and the paper with the recovery code. */
export const authenticator = (page: Page, server: ServerCalls) => {
  const recoveryField = page.locator("#guard-recovery");
  const shownCode = page.locator("[data-slot=recovery-code] code");
  return {
    recoveryField,
    /** The code of a demo user whose phone the server plays. */
    async readAppCode(user: string): Promise<string> {
      const { code } = (await (await fetch(`${server.url}/dev/totp?user=${user}`)).json()) as { code: string };
      return code;
    },
    /** Types the key from the screen into an app. */
    async scanTheKey(): Promise<App> {
      const key = (await page.locator("[data-slot=secret] code").textContent()) ?? "";
      const totp = new TOTP({ secret: key.replaceAll(/\s/g, "") });
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
