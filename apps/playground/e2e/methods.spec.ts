import { allFactors, PASSWORD } from "./people.ts";
import { expect, test } from "./test.ts";

const other = { Email: "Text", Text: "Email" } as const;

test("R13: the first visit of a tab sends once, later ones never", async ({ I }) => {
  await I.open();
  await I.signIn(allFactors.name);
  await I.chooseTab("Email");
  await I.seeCodeSentTo(allFactors.maskedEmail);
  await I.chooseTab("Text");
  await I.seeCodeSentTo(allFactors.maskedPhone);
  for (const [name, masked] of [["Email", allFactors.maskedEmail], ["Text", allFactors.maskedPhone], ["Email", allFactors.maskedEmail]] as const) {
    await I.chooseTab(name);
    await I.seeCodeSentTo(masked);
  }
  expect(await I.countMails(allFactors.email)).toBe(1);
  expect(await I.countMails(allFactors.phone)).toBe(1);
  expect(I.countRequests("/challenge/send")).toBe(2);
});

test("R13: what was typed stays in its tab, and focus on the tab that was chosen", async ({ I }) => {
  await I.open();
  await I.signIn(allFactors.name);
  await I.chooseTab("Email");
  await I.seeCodeSentTo(allFactors.maskedEmail);
  await I.codeField.pressSequentially("123");
  await I.chooseTab("Text");
  await expect(I.tab("Text")).toBeFocused();
  await expect(I.codeField).toHaveValue("");
  await I.codeField.pressSequentially("45");
  await I.chooseTab("Email");
  await expect(I.codeField).toHaveValue("123");
  await I.chooseTab("Text");
  await expect(I.codeField).toHaveValue("45");
});

test("R13: arrows move among tabs and send nothing; Enter chooses", async ({ I }) => {
  const { keyboard } = I.page;
  await I.open();
  await I.signIn(allFactors.name);
  await expect(I.codeField).toBeFocused();
  await I.readCode(await I.guard.getAttribute("data-factor") === "sms" ? allFactors.phone : allFactors.email);
  const [start] = (await I.guard.getByRole("tab", { selected: true }).allTextContents()) as (keyof typeof other)[];
  if (start === undefined) throw new Error("No tab is chosen.");
  // Past "don't ask on this device", which stands between the tabs and the code.
  await keyboard.press("Shift+Tab");
  await keyboard.press("Shift+Tab");
  await expect(I.tab(start)).toBeFocused();
  await keyboard.press("Home");
  await keyboard.press("End");
  await keyboard.press("Home");
  await I.tab(other[start]).focus();
  await expect(I.tab(start)).toHaveAttribute("aria-selected", "true");
  expect(I.countRequests("/challenge/send")).toBe(1);
  await keyboard.press("Enter");
  await I.seeTabChosen(other[start]);
  await expect(I.tab(other[start])).toBeFocused();
});

test("R9a: a code from one tab signs in after a visit to another", async ({ I }) => {
  await I.open();
  await I.signIn(allFactors.name);
  await I.chooseTab("Email");
  const code = await I.readCode(allFactors.email);
  await I.chooseTab("Text");
  await I.seeCodeSentTo(allFactors.maskedPhone);
  await I.chooseTab("Email");
  await I.enterCode(code);
  await I.seeSignedIn(allFactors.name);
});

test("E6: a tab whose send is refused says so, and another one signs in", async ({ I, page }) => {
  await page.route("**/challenge/send", async (route) => {
    if (!(route.request().postData() ?? "").includes('"sms"')) return route.fallback();
    const now = Date.now();
    return route.fulfill({ status: 429, contentType: "application/problem+json", headers: { "access-control-allow-origin": new URL(page.url()).origin }, body: JSON.stringify({ type: "about:blank", title: "Too many", status: 429, code: "ip_code_limit", retryAt: now + 20 * 60_000, now }) });
  });
  await I.open();
  await I.signIn(allFactors.name);
  await I.chooseTab("Text");
  await I.seeAlert(/Too many codes were requested from this network.*You can try again at/);
  await I.chooseTab("Email");
  await expect(I.alert).toBeEmpty();
  await I.enterCode(await I.readCode(allFactors.email));
  await I.seeSignedIn(allFactors.name);
});

test("B24: one field is mounted, whichever tab is open", async ({ I }) => {
  await I.open();
  await I.signIn(allFactors.name);
  for (const name of ["Email", "Text"]) {
    await I.chooseTab(name);
    await expect(I.guard.locator("input:not([type=checkbox])")).toHaveCount(1);
    await expect(I.guard.getByRole("tabpanel")).toHaveCount(1);
  }
});

test.describe("where tabs have no room", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("a list opens instead, the code has the focus, and a turned phone keeps what was typed and the focus", async ({ I }) => {
    await I.open();
    await I.signIn(allFactors.name);
    await expect(I.otherWaysButton).toBeVisible();
    await expect(I.codeField).toBeFocused();
    await I.codeField.pressSequentially("12");
    await I.page.setViewportSize({ width: 640, height: 320 });
    await expect(I.guard.getByRole("tablist")).toBeVisible();
    await expect(I.codeField).toBeFocused();
    await expect(I.codeField).toHaveValue("12");
  });

  test("a row leads to its method, at its heading", async ({ I }) => {
    await I.open();
    await I.identifierField.fill(allFactors.name);
    await I.passwordField.fill(PASSWORD);
    await I.submit();
    const first = await I.guard.getAttribute("data-factor");
    await expect(I.codeField).toBeFocused();
    const toPhone = (first ?? (await I.guard.getAttribute("data-factor"))) !== "sms";
    await I.chooseFromTheList(toPhone ? "Text message" : "Email");
    await expect(I.heading).toHaveText(toPhone ? "Check your phone" : "Check your email");
    await expect(I.heading).toBeFocused();
  });
});
