import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

test("the playground’s inspector shows the state and no secret, moves both clocks, and jumps", async ({ I }) => {
  const { page } = I;
  await I.open({ inspector: "on" });
  const inspector = page.getByRole("region", { name: "State inspector" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await expect(inspector.getByText("State: challenge")).toBeVisible();
  await expect(inspector.getByText("PASSWORD.SUBMIT", { exact: true })).toBeVisible();
  expect(await inspector.textContent(), "what is a secret stays one").not.toContain("Guard-demo-2026!");

  await expect(page.locator("[data-slot=timer]")).not.toBeEmpty();
  await inspector.getByRole("button", { name: "+1 min" }).click();
  await expect(page.locator("[data-slot=timer]"), "a minute has passed for the login").toBeEmpty();
  await page.getByRole("button", { name: "Resend code" }).click();
  expect(await I.readCode(emailUser.email, 2), "and for its server, which sends another").toMatch(/^\d{6}$/);

  await inspector.getByLabel("Jump to").selectOption("locked");
  await inspector.getByRole("button", { name: "Jump", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Too many attempts" })).toBeVisible();
  await expect(inspector.getByText("no server knows of it")).toBeVisible();
});
