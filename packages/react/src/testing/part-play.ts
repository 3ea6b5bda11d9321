import { en } from "@guard/locales";
import type { StoryObj } from "@storybook/react-vite";
import { within } from "storybook/test";
import { createI18n, type Say } from "../i18n/create-i18n.ts";
import { rests, wearsTheToolbar, type StoryLoaded, type StoryScreen } from "./story-play.ts";

type Play = NonNullable<StoryObj["play"]>;

/** A story of a part as its play function meets it. */
interface PartScreen extends Pick<StoryScreen, "root" | "canvas" | "user" | "step"> {
  readonly say: Say;
  /** One specimen, by its name. */
  readonly of: (name: string) => ReturnType<typeof within>;
}

function specimenIn(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-specimen="${name}"]`);
  if (!found) throw new Error(`The story shows no specimen "${name}". Its names are the keys of <Specimens of>, in kebab case.`);
  return found;
}

/** A play function of a part: what it says about itself, then rest. */
export function playsPart(story: (part: PartScreen) => Promise<void>): Play {
  return async ({ canvasElement, globals, loaded, userEvent, ...context }) => {
    const root = canvasElement.querySelector<HTMLElement>("[data-guard]");
    if (!root) throw new Error('The story stands on no stage. Give its meta a title that starts with "Parts/".');
    await wearsTheToolbar(root, globals);
    const i18n = createI18n(root.lang, (loaded as StoryLoaded).messages ?? en);
    await story({ root, canvas: within(root), user: userEvent, step: async (says, run) => context.step(says, run), say: (key, values) => i18n.t(key, { ...values }), of: (name) => within(specimenIn(root, name)) });
    await rests(root);
  };
}
