import { expect, test } from "vitest";
import { viewStates } from "./story-views.ts";

interface StoryFile {
  readonly default: { readonly title: string };
}

const isView = ({ default: { title } }: StoryFile): boolean => !title.startsWith("Parts/");

const files = import.meta.glob<StoryFile>(["../screens/*/*.stories.tsx", "../center/views/*.stories.tsx"], { eager: true });
const views = Object.entries(files).filter(([, file]) => isView(file));

test.each(Object.entries(viewStates))("%s has a story of each of its states", (title, states) => {
  const [path, file] = views.find(([, view]) => view.default.title === title) ?? [];
  if (!path || !file) throw new Error(`No *.stories.tsx has the title "${title}". Add the file beside its view, or take the line out of testing/story-views.ts.`);
  const missing = ["Default", "Playground", ...states].filter((name) => !(name in file));
  expect(missing, `${title} shows no story for: ${missing.join(", ")}. Add each as an export of that name to packages/react/src/testing/${path}.`).toEqual([]);
});

test.each(views)("%s is a view whose states are listed", (path, { default: { title } }) => {
  expect(Object.keys(viewStates), `${path} shows "${title}", whose states nobody has listed. Add a line to packages/react/src/testing/story-views.ts.`).toContain(title);
});
