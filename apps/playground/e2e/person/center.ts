import { expect, type Page } from "@playwright/test";

/** The personal centre, after a login. */
export const center = (page: Page) => {
  const root = page.locator("[data-guard]");
  const row = (name: string) => root.getByRole("listitem").filter({ hasText: name });
  return {
    row,
    removeButton: (name: string) => row(name).getByRole("button", { name: /^Remove / }),
    async openSecurity(): Promise<void> {
      await page.getByRole("button", { name: "Security settings" }).click();
      // The list is there, not only its heading: a test that moves the clock would be read with it.
      await expect(root.getByRole("region", { name: "Verification methods" })).toBeVisible();
    },
    async seeMethods(...names: string[]): Promise<void> {
      const methods = root.getByRole("region", { name: "Verification methods" });
      await expect(methods.getByRole("listitem").locator("[data-slot=method-name]")).toHaveText(names);
    },
    async seeTold(text: string): Promise<void> {
      await expect(root.locator("[data-slot=told]")).toHaveText(text);
    },
    async press(name: string): Promise<void> {
      await root.getByRole("button", { name, exact: true }).click();
    },
    async seeStepUp(why: string): Promise<void> {
      await expect(root).toHaveAttribute("data-step", "stepUp");
      await expect(root.getByText(why)).toBeVisible();
    },
    async seeStep(step: string): Promise<void> {
      await expect(root).toHaveAttribute("data-step", step);
    },
    /** Types a code; the sixth digit sends it. */
    async enterCenterCode(digits: string): Promise<void> {
      const field = page.locator("#guard-center-otp");
      await field.click();
      await field.pressSequentially(digits);
    },
    async seeCenterCodeError(text: string | RegExp): Promise<void> {
      await expect(page.locator("#guard-center-otp-error")).toHaveText(text);
    },
    async seePasswordProof(): Promise<void> {
      await expect(root).toHaveAttribute("data-factor", "password");
    },
    async provePassword(password: string): Promise<void> {
      await page.locator("#guard-center-current-password").fill(password);
      await root.locator("button[type=submit]").click();
    },
    async seePasswordRefused(text: string | RegExp): Promise<void> {
      await expect(page.locator("#guard-center-current-password-error")).toHaveText(text);
    },
    async addAddress(address: string): Promise<void> {
      await page.locator("#guard-center-new-email").fill(address);
      await page.locator("[data-guard] button[type=submit]").click();
    },
    async addPhone(number: string): Promise<void> {
      await page.locator("#guard-center-phone").fill(number);
      await page.locator("[data-guard] button[type=submit]").click();
    },
    async acknowledgeInCenter(): Promise<void> {
      await page.locator("#guard-center-saved").check();
      await page.locator("[data-guard] button[type=submit]").click();
    },
  };
};
