import type { CenterStateName } from "@guard/machine/center";
import { centerFixtures } from "@guard/machine/testing";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StoryCenter, type StoryCenterProps } from "../testing/story-center.tsx";

interface Told {
  readonly args?: Partial<StoryCenterProps>;
}

const files = import.meta.glob<Readonly<Record<string, Told>>>("./views/*.stories.tsx", { eager: true });
const names = Object.keys(centerFixtures) as CenterStateName[];

/** The states that a file's stories show; a story without its own takes its meta's. */
const shownBy = ({ default: meta, ...stories }: Readonly<Record<string, Told>>): (CenterStateName | undefined)[] => Object.values(stories).map((story) => (story.args?.state ?? meta?.args?.state)?.at);

const shown = new Set(Object.values(files).flatMap(shownBy));

test.each(names)("the state %s of the personal centre has a story", (name) => {
  expect(shown.has(name), `No story shows "${name}". Add one with args.state = centerFixtures["${name}"] to packages/react/src/center/views; docs/center.md says how a visit gets there.`).toBe(true);
});

test.each(names)("the state %s of the personal centre renders on the server, under a heading", (name) => {
  expect(renderToStaticMarkup(createElement(StoryCenter, { state: centerFixtures[name] }))).toMatch(/<h2 id="guard-center-title"/);
});
