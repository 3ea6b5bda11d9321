import type { Decorator } from "@storybook/react-vite";
import type { StoryLoaded } from "../packages/react/src/testing/story-play.ts";

/** Puts a story on the page of a login, dressed as the toolbar says. What a story pins itself stays. */
export const dressed: Decorator = (Story, { args, globals, loaded, title }) => {
  const { login, visit, messages } = loaded as StoryLoaded;
  const { colorScheme, locale, dir } = globals;
  const worn = { colorScheme, locale, dir, ...(messages ? { messages } : {}), ...args, ...(title.startsWith("Center/") ? { visit } : { login }) };
  return (
    <div data-guard-page="" data-color-scheme={worn.colorScheme}>
      <Story args={worn} />
    </div>
  );
};
