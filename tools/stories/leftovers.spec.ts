import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { pictured, ways } from "./pictured.ts";
import { isScreen, stories } from "./storybook.ts";

const kept = (folder: string): string[] => readdirSync(join(import.meta.dirname, folder));

test("every file of what stories say belongs to a story", () => {
  const wanted = stories().filter(isScreen).map(({ id }) => `${id}.yml`);
  expect(kept("aria").filter((file) => !wanted.includes(file)), "delete them: their stories are gone").toEqual([]);
});

test("every picture belongs to a story that is pictured, and each of those is there", () => {
  const wanted = pictured.flatMap((id) => ways.map(({ name }) => `${id}-${name}.png`));
  expect(kept("pictures").filter((file) => !wanted.includes(file)), "delete them: nothing is compared with them").toEqual([]);
  const ids = stories().map(({ id }) => id);
  expect(pictured.filter((id) => !ids.includes(id)), "pictured.ts names stories that are gone").toEqual([]);
});
