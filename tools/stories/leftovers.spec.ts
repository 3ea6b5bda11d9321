import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { firstOf, pictureOf, pictured, ways } from "./pictured.ts";
import { isScreen, stories } from "./storybook.ts";

/** The files of a folder that no story is compared with; a renewal takes them away. */
function leftovers(folder: string, wanted: readonly string[]): string[] {
  const left = readdirSync(join(import.meta.dirname, folder)).filter((file) => !wanted.includes(file));
  if (test.info().config.updateSnapshots === "none") return left;
  for (const file of left) rmSync(join(import.meta.dirname, folder, file));
  return [];
}

test("every file of what stories say belongs to a story", () => {
  const wanted = stories().filter(isScreen).map(({ id }) => `${id}.yml`);
  expect(leftovers("aria", wanted), "their stories are gone: npm run pictures").toEqual([]);
});

test("every picture belongs to a view that is pictured, and each of those has a story", () => {
  expect(pictured.filter((title) => firstOf(title) === undefined), "pictured.ts names views that are gone").toEqual([]);
  const wanted = pictured.flatMap((title) => ways.map(({ name }) => pictureOf(title, name)));
  expect(leftovers("pictures", wanted), "nothing is compared with them: npm run pictures").toEqual([]);
});
