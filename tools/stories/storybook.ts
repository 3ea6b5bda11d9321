import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The static Storybook's port; two clones at once each set GUARD_STORIES_PORT. */
export const storybookPort = Number(process.env["GUARD_STORIES_PORT"] ?? 4189);
export const storybookOrigin = `http://127.0.0.1:${storybookPort}`;

/** A folder of its own, so that a run never replaces `npm run build-storybook`. */
export const storybookFolder = join(import.meta.dirname, "..", "..", ".vite", "stories");

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: "story" | "docs";
  readonly tags: readonly string[];
}

/** What people meet at a login; the other stories are pages for designers, who sit at a desk. */
export const isScreen = ({ title }: Story): boolean => /^(Views|Center|Parts)\//.test(title);

/** The stories of the build, in the order of the sidebar, but for those that are there to be played with. */
export function stories(): Story[] {
  const { entries } = JSON.parse(readFileSync(join(storybookFolder, "index.json"), "utf8")) as { entries: Record<string, Story> };
  return Object.values(entries).filter(({ type, tags }) => type === "story" && tags.includes("test"));
}
