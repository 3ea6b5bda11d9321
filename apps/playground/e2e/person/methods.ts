import { expect, type Page } from "@playwright/test";

/** Choosing among several methods, and the number that codes go to. */
export const methods = (page: Page) => {
  const guard = page.locator("[data-guard]");
  const phoneField = page.locator("#guard-phone");
  return {
    phoneField,
    countrySelect: page.locator("#guard-country"),
    otherWaysButton: guard.getByRole("button", { name: "Try another way" }),
    tab: (name: string) => guard.getByRole("tab", { name, exact: true }),
    async chooseTab(name: string): Promise<void> {
      await guard.getByRole("tab", { name, exact: true }).click();
    },
    async seeTabChosen(name: string): Promise<void> {
      await expect(guard.getByRole("tab", { selected: true })).toHaveText(name);
    },
    async chooseFromTheList(name: string): Promise<void> {
      await guard.getByRole("button", { name: "Try another way" }).click();
      await guard.getByRole("listitem").filter({ hasText: name }).getByRole("button").click();
    },
    /** Types a number to bind and presses Continue. */
    async bindNumber(number: string): Promise<void> {
      await phoneField.fill(number);
      await page.locator("[data-guard] button[type=submit]").click();
    },
    async seePhoneForm(): Promise<void> {
      await expect(guard).toHaveAttribute("data-step", "bind");
      await expect(phoneField).toBeVisible();
    },
  };
};
