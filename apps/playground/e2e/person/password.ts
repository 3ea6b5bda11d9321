import { expect, type Page } from "@playwright/test";
import { PASSWORD } from "../people.ts";

/** The first step, and the step that binds an address. */
export const password = (page: Page) => {
  const identifierField = page.locator("#guard-username");
  const passwordField = page.locator("#guard-current-password");
  const emailField = page.locator("#guard-new-email");
  const submit = page.locator("[data-guard] button[type=submit]");
  return {
    identifierField,
    passwordField,
    emailField,
    submitButton: submit,
    async signIn(user: string, secret = PASSWORD): Promise<void> {
      await identifierField.fill(user);
      await passwordField.fill(secret);
      await submit.click();
    },
    async typePassword(secret = PASSWORD): Promise<void> {
      await passwordField.fill(secret);
    },
    async submit(): Promise<void> {
      await submit.click();
    },
    /** Types an address to bind and presses Continue. */
    async bindAddress(address: string): Promise<void> {
      await emailField.fill(address);
      await submit.click();
    },
    async seeFirstStep(identifier?: string): Promise<void> {
      await expect(passwordField).toBeVisible();
      if (identifier !== undefined) await expect(identifierField).toHaveValue(identifier);
    },
  };
};
