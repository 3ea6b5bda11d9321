import type { ReactNode } from "react";

/** Where a story is, from any page of this Storybook, under whatever path it is served. */
export const storyHref = (id: string): string => `./?path=/story/${id}`;

/** A link to another story. The page stands in a frame; the whole window goes there. */
export function StoryLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  return (
    <a href={storyHref(to)} target="_top">
      {children}
    </a>
  );
}
