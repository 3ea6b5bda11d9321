import { stepOf, type StateName } from "@guard/machine";
import { fixtures } from "@guard/machine/testing";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { StoryGuard, type StoryGuardProps } from "../testing/story-guard.tsx";
import { prefetchScreens } from "./registry.ts";

interface Told {
  readonly args?: Partial<StoryGuardProps>;
}

const files = import.meta.glob<Readonly<Record<string, Told>>>("./*/*.stories.tsx", { eager: true });
const names = Object.keys(fixtures) as StateName[];

/** The states that a file's stories show; a story without its own takes its meta's. */
const shownBy = ({ default: meta, ...stories }: Readonly<Record<string, Told>>): (StateName | undefined)[] =>
  Object.values(stories).map((story) => (story.args?.state ?? meta?.args?.state)?.at);

const shown = new Set(Object.values(files).flatMap(shownBy));

test.each(names)("the state %s has a story", (name) => {
  const folder = stepOf(fixtures[name]);
  expect(
    shown.has(name),
    `No story shows the state "${name}". Add one with args.state = fixtures["${name}"] to packages/react/src/screens/${folder}/${folder}.stories.tsx; docs/flow.md says how a login gets there.`,
  ).toBe(true);
});

/** Its chunk has not arrived. A view that waits for its server has a way out. */
const isLate = (html: string): boolean => html.includes("skeleton") && !html.includes("<button");

test.each(names)("the step of the state %s has a view in the registry", async (name) => {
  prefetchScreens();
  await vi.waitFor(() => {
    const html = renderToStaticMarkup(createElement(StoryGuard, { state: fixtures[name] }));
    expect(isLate(html), `The step "${stepOf(fixtures[name])}" renders no view of its own. Add one to packages/react/src/screens/registry.ts.`).toBe(false);
  });
});
