import { inPage } from "./in-page.ts";
import { play } from "./play.ts";
import { expect, phone, test } from "./stage.ts";
import { isScreen, stories } from "./storybook.ts";

/** WCAG 1.4.12: what a reader may set without losing anything. */
const textSpacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

for (const story of stories()) {
  test(story.id, async ({ stage: { page, complaints } }) => {
    const holds = async (rule: string, found: () => Promise<readonly string[]>): Promise<void> => {
      await test.step(rule, async () => expect.soft(await found(), rule).toEqual([]));
    };

    await test.step("renders, and plays without an error", async () => {
      const { errors, axe } = await play(page, story.id);
      expect.soft(errors, "what the story threw").toEqual([]);
      expect(axe, "Storybook judged the story by axe").toBeDefined();
      const found = axe?.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
      expect.soft(found, "axe in light").toEqual([]);
    });

    await holds("the large targets have 44 px (F3)", () => inPage(page, "smallTargets"));

    await holds("its text has contrast in dark (F1)", async () => [...(await inPage(page, "wearScheme", "dark")), ...(await inPage(page, "contrast"))]);
    await inPage(page, "wearScheme", "light");

    await page.emulateMedia({ forcedColors: "active" });
    await holds("its text has contrast in forced colours (F8)", () => inPage(page, "contrast"));
    await page.emulateMedia({ forcedColors: "none" });

    if (isScreen(story)) {
      await page.setViewportSize({ width: 320, height: 640 });
      await holds("it fits 320 px (F5)", () => inPage(page, "sideways"));
      await page.setViewportSize(phone);

      const spaced = await page.addStyleTag({ content: textSpacing });
      await test.step("with a reader's own text spacing nothing is cut (C13)", async () => {
        expect.soft(await inPage(page, "isPlainCode")).toBe(true);
        expect.soft(await inPage(page, "sideways")).toEqual([]);
      });
      await spaced.evaluate((style) => (style as Element).remove());

      const large = await page.addStyleTag({ content: "html { font-size: 200% }" });
      await holds("with text of twice the size nothing is cut (F16)", () => inPage(page, "sideways"));
      await large.evaluate((style) => (style as Element).remove());
    }

    await holds("the console stays quiet", async () => complaints());
  });
}
