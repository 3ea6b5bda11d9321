import type { State, StateName } from "@guard/machine";
import { isExportStory, storyNameFromExport, toId } from "storybook/internal/csf";

interface Told {
  readonly title?: string;
  readonly args?: { readonly state?: State };
}

type StoryFile = Readonly<Record<string, Told>>;

/** One story, and the state that it shows. */
interface Shown {
  readonly at: StateName | undefined;
  readonly id: string;
}

const storiesOf = ({ default: meta, ...stories }: StoryFile): readonly Shown[] =>
  Object.entries(stories)
    .filter(([name]) => isExportStory(name, {}))
    .map(([name, story]) => ({ at: (story.args?.state ?? meta?.args?.state)?.at, id: toId(meta?.title ?? "", storyNameFromExport(name)) }));

/** The first story of each state, read from the stories themselves, so that there is no list to forget. */
export function storyOfState(files: Readonly<Record<string, StoryFile>>): ReadonlyMap<StateName, string> {
  const stories = new Map<StateName, string>();
  for (const { at, id } of Object.values(files).flatMap(storiesOf)) if (at && !stories.has(at)) stories.set(at, id);
  return stories;
}
