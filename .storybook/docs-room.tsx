import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import type { PropsWithChildren, ReactNode } from "react";
import { themes } from "storybook/theming";

/** A page of documentation in the colours that the toolbar gives to its stories. */
export function DocsRoom({ context, children }: PropsWithChildren<DocsContainerProps>): ReactNode {
  const [first] = context.componentStories();
  const isDark = first !== undefined && context.getStoryContext(first).globals["colorScheme"] === "dark";
  return (
    <DocsContainer context={context} theme={isDark ? themes.dark : themes.light}>
      {children}
    </DocsContainer>
  );
}
