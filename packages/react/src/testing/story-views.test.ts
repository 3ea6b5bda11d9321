import { expect, test } from "vitest";
import { stateSays, storyParts, viewStates } from "./story-views.ts";

interface StoryFile {
  readonly default: { readonly title: string };
}

const files = Object.entries(import.meta.glob<StoryFile>("../**/*.stories.tsx", { eager: true }));
const isPart = ({ default: { title } }: StoryFile): boolean => title.startsWith("Parts/");
const views = files.filter(([, { default: { title } }]) => /^(Views|Center)\//.test(title));
const parts = files.flatMap(([, file]) => (isPart(file) ? [file.default.title.replace("Parts/", "")] : []));

test.each(Object.entries(viewStates))("%s has a story of each of its states", (title, states) => {
  const [path, file] = views.find(([, view]) => view.default.title === title) ?? [];
  if (!path || !file) throw new Error(`No *.stories.tsx has the title "${title}". Add the file beside its view, or take the line out of testing/story-views.ts.`);
  const missing = ["Default", "Playground", ...states].filter((name) => !(name in file));
  expect(missing, `${title} shows no story for: ${missing.join(", ")}. Add each as an export of that name to ${path.replace("../", "packages/react/src/")}.`).toEqual([]);
});

const sources = Object.entries(import.meta.glob<string>("../**/*.stories.tsx", { query: "?raw", import: "default", eager: true }));

/** Stories that no comment describes, but for those whose name means the same on every view. */
const silent = (source: string): string[] => [...source.matchAll(/(?<!\*\/\n)^export const (\w+)/gm)].flatMap(([, name = ""]) => (name in stateSays ? [] : [name]));

test.each(sources)("%s says what each of its stories shows", (_, source) => {
  expect(silent(source), "A page of documentation has an empty line for these. Write one sentence above each, as /** … */.").toEqual([]);
});

test.each(views)("%s is a view whose states are listed", (path, { default: { title } }) => {
  expect(Object.keys(viewStates), `${path} shows "${title}", whose states nobody has listed. Add a line to packages/react/src/testing/story-views.ts.`).toContain(title);
});

test.each(storyParts)("the part %s has stories", (name) => {
  expect(parts, `No story shows the part "${name}". Add a *.stories.tsx with the title "Parts/${name}" beside its component in packages/react/src.`).toContain(name);
});
