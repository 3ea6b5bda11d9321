import { expect, type Page } from "@playwright/test";

/** A code that is certainly not this one. */
export const wrongCodeFor = (code: string): string => wrongCodesFor(code)[0] ?? "";

/** Six different ones: the field judges a refused code again by hand only. */
export const wrongCodesFor = (code: string): string[] => Array.from({ length: 7 }, (_, digit) => String(digit).repeat(6)).filter((wrong) => wrong !== code).slice(0, 6);

/** The code step. */
export const code = (page: Page) => {
  const codeField = page.locator("#guard-otp");
  const resendButton = page.locator("button[aria-describedby=guard-resend-wait]");
  const timer = page.getByRole("timer");
  /** The seconds that the countdown shows, 0 when it shows none. */
  const readCountdown = async (): Promise<number> => {
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await timer.textContent()) ?? "") ?? [];
    return Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  };
  return {
    codeField,
    resendButton,
    verifyButton: page.locator("[data-guard] button[type=submit]"),
    /** Types a code digit by digit; the sixth submits it. */
    async enterCode(digits: string): Promise<void> {
      await codeField.click();
      await codeField.pressSequentially(digits);
    },
    async pasteIntoCode(text: string): Promise<void> {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
      await codeField.focus();
      await page.keyboard.press("Control+V");
    },
    async askForANewCode(): Promise<void> {
      await resendButton.click();
    },
    readCountdown,
    /** Within the few seconds that a slow machine takes between asking and looking. */
    async seeCountdownNear(seconds: number): Promise<void> {
      // Both in one look: before it is there it counts as 0, and before the new one the old one shows.
      await expect(async () => {
        const shown = await readCountdown();
        expect(shown).toBeLessThanOrEqual(seconds);
        expect(shown).toBeGreaterThan(seconds - 8);
      }).toPass({ timeout: 7_000 });
    },
    /** What the hint says of the code that was sent. */
    async seeCodeLivesFor(length: string | RegExp): Promise<void> {
      await expect.poll(async () => /expires in (.+)\.$/.exec((await page.locator("#guard-otp-hint").textContent()) ?? "")?.[1]).toMatch(length);
    },
    /** While an address is being bound the first code goes out by hand. */
    async pressSendCode(): Promise<void> {
      await page.getByRole("button", { name: "Send code" }).click();
    },
    async seeCodeField(): Promise<void> {
      await expect(codeField).toBeVisible();
    },
    async seeCodeError(text: string | RegExp): Promise<void> {
      await expect(page.locator("#guard-otp-error")).toHaveText(text);
    },
    /** Cleared, still focused, and marked as invalid. */
    async seeCodeFieldCleared(): Promise<void> {
      await expect(codeField).toHaveValue("");
      await expect(codeField).toBeFocused();
      await expect(codeField).toHaveAttribute("aria-invalid", "true");
    },
  };
};
