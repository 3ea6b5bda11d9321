import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

/** How a story ended: what it threw, and what Storybook's own axe found with the story's parameters. */
interface Played {
  readonly errors: readonly string[];
  readonly axe: AxeResults | undefined;
}

interface Channel {
  on(event: string, listen: (...args: never[]) => void): void;
  off(event: string, listen: (...args: never[]) => void): void;
  emit(event: string, payload: unknown): void;
}

/** What a page of Storybook 10 keeps in its globals. */
interface StorybookPage {
  readonly __STORYBOOK_ADDONS_CHANNEL__: Channel;
  readonly __STORYBOOK_PREVIEW__: { readonly currentSelection?: { readonly storyId: string } };
}

/** Runs in the page: shows a story as a click in the sidebar does, and waits for the end of its play function. */
function playInPage(id: string): Promise<Played> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel, __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as StorybookPage;
  const errors: string[] = [];
  const told = (error: { message?: string; description?: string }): void => void errors.push(error.message ?? error.description ?? "an error without a word");
  return new Promise((resolve) => {
    const heard: [string, (...args: never[]) => void][] = [
      ["playFunctionThrewException", told],
      ["storyThrewException", told],
      ["storyErrored", told],
      ["unhandledErrorsWhilePlaying", (all: Parameters<typeof told>[0][]) => all.forEach(told)],
      ["storyMissing", () => (told({ message: `Storybook knows no story ${id}.` }), end({ reporters: [] }))],
      ["storyFinished", (finished: { storyId: string; reporters: { type: string; result: AxeResults }[] }) => finished.storyId === id && end(finished)],
    ];
    function end({ reporters }: { reporters: readonly { type: string; result: AxeResults }[] }): void {
      for (const [event, listen] of heard) channel.off(event, listen);
      resolve({ errors, axe: reporters.find(({ type }) => type === "a11y")?.result });
    }
    for (const [event, listen] of heard) channel.on(event, listen);
    // A story that is shown already would not play again by being chosen.
    channel.emit(preview.currentSelection?.storyId === id ? "forceRemount" : "setCurrentStory", { storyId: id, viewMode: "story" });
  });
}

/** Sets tools of the toolbar, an addon's with the others. */
export const choose = (page: Page, globals: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate((chosen) => (globalThis as unknown as StorybookPage).__STORYBOOK_ADDONS_CHANNEL__.emit("updateGlobals", { globals: chosen }), globals);

/** Runs in the page: shows a page of documentation. */
function openDocsInPage(id: string): Promise<void> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as StorybookPage;
  return new Promise((resolve) => {
    const heard = (shown: string): void => {
      if (shown !== id) return;
      channel.off("docsRendered", heard);
      resolve();
    };
    channel.on("docsRendered", heard);
    channel.emit("setCurrentStory", { storyId: id, viewMode: "docs" });
  });
}

export const openDocs = (page: Page, id: string): Promise<void> => page.evaluate(openDocsInPage, id);

export const play = (page: Page, id: string): Promise<Played> => page.evaluate(playInPage, id);
