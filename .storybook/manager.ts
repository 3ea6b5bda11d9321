import { addons, type State } from "storybook/manager-api";
import { create } from "storybook/theming/create";

const base = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

/** A page that is read: nothing plays there, and no panel has a word to say. */
function isRead({ index, storyId }: Pick<State, "index" | "storyId">): boolean {
  const shown = index?.[storyId];
  const tags: readonly string[] = (shown && "tags" in shown && shown.tags) || [];
  return tags.includes("page") && !tags.includes("played");
}

addons.setConfig({
  // The sidebar is headed by what it is a book of.
  theme: create({ base, brandTitle: "Guard", brandUrl: "./" }),
  layoutCustomisations: { showPanel: (state: State, asSet: boolean) => !isRead(state) && asSet },
});
