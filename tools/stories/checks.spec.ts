import type { Page } from "@playwright/test";
import { inPage } from "./in-page.ts";
import { expect, test } from "./stage.ts";

/** Shows markup in place of a story. The stories that come after mount anew. */
const show = (page: Page, markup: string): Promise<void> =>
  page.evaluate((html) => {
    const root = document.querySelector("#storybook-root");
    if (!root) throw new Error("This is no page of Storybook.");
    root.removeAttribute("hidden");
    root.innerHTML = `<section data-guard data-step="verify" data-color-scheme="light">${html}</section>`;
    document.body.className = "sb-show-main";
  }, markup);

const code = (input = "", box = ""): string =>
  `<form><label for="guard-otp">6-digit code</label><div data-slot="code"${box}><input id="guard-otp" data-slot="control" autocomplete="one-time-code"${input}></div><button type="submit" data-slot="submit">Verify</button></form>`;

test.describe("each check that needs a layout finds its fault", () => {
  test("and nothing in a good form", async ({ stage: { page, fillAsManager } }) => {
    await show(page, code("", ' data-layout="plain"'));
    for (const name of ["sideways", "smallTargets", "boxedCodes", "autofill", "contrast"] as const) expect(await inPage(page, name), name).toEqual([]);
    expect(await fillAsManager()).toEqual([]);
  });

  test("a word that is wider than its page", async ({ stage: { page } }) => {
    await show(page, `<p style="inline-size: 6rem; white-space: nowrap">Donaudampfschifffahrtselektrizität</p>`);
    expect(await inPage(page, "sideways")).toEqual([expect.stringContaining("“Donaudampfschifffahrtselektrizität” is ")]);
    await show(page, `<div style="inline-size: 1000px">wide</div>`);
    expect(await inPage(page, "sideways")).toContain("the page is 1000 px wide in 400 px");
  });

  test("what ends beyond the box a login stands in, or beyond it once it is turned", async ({ stage: { page } }) => {
    await show(page, `<div style="inline-size: 50vw">wide</div>`);
    const box = await page.addStyleTag({ content: "[data-guard] { inline-size: 150px }" });
    expect(await inPage(page, "sideways")).toEqual([expect.stringMatching(/ is 200 px wide in 150 px$/)]);
    await box.evaluate((element) => (element as Element).remove());
    await show(page, `<div style="margin-left: -60px">to the left</div>`);
    expect(await inPage(page, "sideways")).toEqual([]);
    expect(await inPage(page, "sidewaysTurned")).toEqual([expect.stringMatching(/ px wide in \d+ px$/)]);
    expect(await page.locator("[data-guard]").getAttribute("dir")).not.toBe("rtl");
  });

  test("a button of 40 px, and one that something lies over", async ({ stage: { page } }) => {
    await show(page, `<button data-slot="submit" style="block-size: 40px; min-block-size: 0">Verify</button>`);
    expect(await inPage(page, "smallTargets")).toEqual([expect.stringContaining("“Verify” is ")]);
    await show(page, `<button data-slot="submit">Verify</button><p style="position: relative; margin-block-start: -12px">over its edge</p>`);
    expect(await inPage(page, "smallTargets")).toHaveLength(1);
  });

  test("grey on grey", async ({ stage: { page } }) => {
    await show(page, `<p style="color: #999; background: #bbb">faint</p>`);
    expect(await inPage(page, "contrast")).toEqual([expect.stringContaining("color-contrast")]);
  });

  test("boxes that stay under a reader’s spacing", async ({ stage: { page } }) => {
    await show(page, code("", ' data-layout="boxes"'));
    expect(await inPage(page, "boxedCodes")).toHaveLength(1);
  });

  test("a field that no manager sees (B13), and one that is emptied when it is left (B18)", async ({ stage: { page, fillAsManager } }) => {
    await show(page, code(' style="opacity: 0"'));
    expect(await inPage(page, "autofill")).toEqual([expect.stringContaining("B13")]);
    await show(page, code(' onblur="this.value = &quot;&quot;"'));
    expect(await fillAsManager()).toEqual([expect.stringContaining("B18")]);
  });
});
