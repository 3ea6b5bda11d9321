import { inPage } from "./in-page.ts";
import { asPixels, firstOf, pictured, pictureOf, ways } from "./pictured.ts";
import { play } from "./play.ts";
import { spokenBy } from "./spoken.ts";
import { expect, phone, tablet, test, type Stage } from "./stage.ts";
import { isScreen, stories, type Story } from "./storybook.ts";

/** WCAG 1.4.12: what a reader may set without losing anything. */
const textSpacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";
const boxOf280 = "#storybook-root { inline-size: 280px }";
const twiceTheSize = "html { font-size: 200% }";

/** One rule that a story keeps: what breaks it, a line each. All are told, not the first alone. */
const holds = (rule: string, found: () => Promise<readonly string[]>): Promise<void> => test.step(rule, async () => expect.soft(await found(), rule).toEqual([]));

const plays = ({ page }: Stage, id: string): Promise<void> =>
  test.step("it renders, plays without an error, and axe finds nothing", async () => {
    const { errors, axe } = await play(page, id);
    expect(errors, "what the story threw").toEqual([]);
    expect(axe, "Storybook has judged the story by axe").toBeDefined();
    const found = axe?.violations.flatMap((violation) => violation.nodes.map(({ html, failureSummary }) => `${violation.id}: ${html} ${failureSummary}`));
    expect.soft(found, "axe, in light").toEqual([]);
  });

// Stretched words are no English, and B20 reads headings.
const seenByManagers = async ({ page }: Stage, { name }: Story): Promise<string[]> => (await inPage(page, "autofill")).filter((finding) => !(name === "Long Text" && finding.startsWith("B20 ")));

async function hasContrast({ page }: Stage): Promise<void> {
  await holds("its text has contrast in dark (F1)", async () => [...(await inPage(page, "wearScheme", "dark")), ...(await inPage(page, "contrast"))]);
  await inPage(page, "wearScheme", "light");
  await page.emulateMedia({ forcedColors: "active" });
  await holds("its text has contrast in forced colours (F8)", () => inPage(page, "contrast"));
  await page.emulateMedia({ forcedColors: "none" });
}

async function fits(stage: Stage, story: Story): Promise<void> {
  const { page } = stage;
  await page.setViewportSize({ width: 320, height: 640 });
  await holds("it fits 320 px (F5), and managers see its fields there (B13, B15)", async () => [...(await inPage(page, "sideways")), ...(await seenByManagers(stage, story))]);
  await holds("it fits 320 px from right to left (F5, F12)", () => inPage(page, "sidewaysTurned"));
  await page.setViewportSize(phone);
  for (const [rule, content] of [
    ["in a box of 280 px of a wider window nothing is cut (F14)", boxOf280],
    ["with a reader’s own text spacing nothing is cut (1.4.12)", textSpacing],
    ["with text of twice the size nothing is cut (F16)", twiceTheSize],
  ] as const) {
    const style = await page.addStyleTag({ content });
    await holds(rule, () => inPage(page, "sideways"));
    if (content === textSpacing) await holds("and digits leave their boxes (C13)", () => inPage(page, "boxedCodes"));
    await style.evaluate((element) => (element as Element).remove());
  }
}

async function looksAsItDid({ page }: Stage, path: string | undefined): Promise<void> {
  if (path === undefined) return;
  await page.setViewportSize(tablet);
  for (const { name, wear, takeOff } of ways) {
    await wear(page);
    await test.step(`it looks as it did: ${name}`, () => expect.soft(page.locator("#storybook-root")).toHaveScreenshot(["pictures", pictureOf(path, name)], asPixels));
    await takeOff(page);
  }
  await page.setViewportSize(phone);
}

const guarded = new Map(pictured.map((path) => [firstOf(path)?.id, path]));

for (const story of stories()) {
  test(story.id, async ({ stage }) => {
    const { page } = stage;
    await plays(stage, story.id);
    if (isScreen(story)) {
      await test.step("it says what it said (aria)", async () => expect.soft(await spokenBy(page)).toMatchSnapshot(["aria", `${story.id}.yml`]));
      await holds("its large targets have 44 px (F3)", () => inPage(page, "smallTargets"));
      await holds("managers can fill it (B1–B24)", () => seenByManagers(stage, story));
      await looksAsItDid(stage, guarded.get(story.id));
      await fits(stage, story);
    }
    await hasContrast(stage);
    if (isScreen(story)) await holds("a manager’s fill stays (B17, B18)", stage.fillAsManager);
    await holds("the console stays quiet", async () => stage.complaints());
  });
}
