import type { Page } from "@playwright/test";
import { inPage } from "../../../tools/stories/in-page.ts";
import { enterAsManager } from "../../../tools/stories/manager-world.ts";
import { pageChecks } from "../../../tools/stories/page-checks.ts";
import { PASSWORD, emailUser, newUser } from "./people.ts";
import { expect, test } from "./test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

/** Fills fields as a password manager does: from a JavaScript world of its own, where React's own value tracker is not seen. */
async function fillFromOutside(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send("Page.getFrameTree");
  const { executionContextId: contextId } = await devtools.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "manager" });
  const fill = (wanted: Readonly<Record<string, string>>): void => {
    for (const [id, value] of Object.entries(wanted)) {
      const field = document.getElementById(id) as HTMLInputElement;
      field.click();
      field.focus();
      field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.blur();
      field.focus();
    }
  };
  await devtools.send("Runtime.evaluate", { contextId, expression: `(${fill.toString()})(${JSON.stringify(values)})` });
}

/** What a manager needs to see a field at all (ux.md B13): big enough, inside the page, nothing on top of it. */
const isViewable = (field: Element): boolean => {
  field.scrollIntoView({ block: "center" });
  const { left, top, width, height, right } = field.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  return width >= 10 && height >= 10 && right <= document.documentElement.scrollWidth && onTop === field;
};

test("the fields carry the names that password managers know", async ({ I }) => {
  await I.open();
  for (const [name, value] of Object.entries({ name: "username", type: "text", autocomplete: "username", autocapitalize: "none", spellcheck: "false" })) {
    await expect(I.identifierField).toHaveAttribute(name, value);
  }
  for (const [name, value] of Object.entries({ name: "password", type: "password", autocomplete: "current-password" })) {
    await expect(I.passwordField).toHaveAttribute(name, value);
  }
  await I.signIn(emailUser.name);
  await I.seeCodeField();
  for (const [name, value] of Object.entries({ name: "otp", type: "text", inputmode: "numeric", autocomplete: "one-time-code" })) {
    await expect(I.codeField).toHaveAttribute(name, value);
  }
  expect(await I.codeField.getAttribute("maxlength")).toBeNull();
  await expect(I.guard.locator("input:not([type=checkbox])"), "one field, and no password field any more").toHaveCount(1);
  expect(await I.codeField.evaluate(isViewable)).toBe(true);
});

test("the address to bind is no login name for a manager, and the identifier is not asked for again", async ({ I }) => {
  await I.open();
  await I.signIn(newUser.name);
  await I.seeBindStep();
  for (const [name, value] of Object.entries({ name: "new-email", type: "email", autocomplete: "email" })) {
    await expect(I.emailField).toHaveAttribute(name, value);
  }
  await expect(I.guard.locator("input")).toHaveCount(1);
});

test("a manager’s fill of identifier and password signs in", async ({ I }) => {
  await I.open();
  await fillFromOutside(I.page, { "guard-username": emailUser.name, "guard-current-password": PASSWORD });
  await I.submit();
  await I.seeCodeSentTo(emailUser.masked);
});

test("a manager’s fill of the code submits it once", async ({ I }) => {
  await I.open();
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await fillFromOutside(I.page, { "guard-otp": await I.readCode(emailUser.email) });
  await I.seeSignedIn(emailUser.name);
  expect(I.countRequests("/challenge/verify")).toBe(1);
});

test("at 320 pixels the code field stays visible to managers", async ({ I }) => {
  await I.page.setViewportSize({ width: 320, height: 640 });
  await I.open();
  expect(await I.identifierField.evaluate(isViewable)).toBe(true);
  expect(await I.passwordField.evaluate(isViewable)).toBe(true);
  await I.signIn(emailUser.name);
  await I.seeCodeField();
  expect(await I.codeField.evaluate(isViewable)).toBe(true);
});

test("the autofill contract holds on the real page, with its motion, and a fill from outside stays (B1–B24)", async ({ I }) => {
  const { page } = I;
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await I.open();
  await page.evaluate(await pageChecks());
  const fillAsManager = await enterAsManager(page);
  expect(await inPage(page, "autofill"), "the first step").toEqual([]);
  expect(await fillAsManager(), "the first step, filled").toEqual([]);
  await I.signIn(newUser.name);
  await I.seeBindStep();
  expect(await inPage(page, "autofill"), "an address to bind").toEqual([]);
  expect(await fillAsManager(), "an address to bind, filled").toEqual([]);
  await I.bindAddress(newUser.email);
  await I.seeNothingSentYet(newUser.masked);
  await page.getByRole("button", { name: "Send code" }).click();
  await I.seeCodeField();
  expect(await inPage(page, "autofill"), "a code").toEqual([]);
});
