import type { Messages } from "@guard/locales";
import type { State } from "@guard/machine";
import type { StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { createI18n, type Say } from "../i18n/create-i18n.ts";
import { houseRules } from "./house-rules.ts";
import type { StoryVisit } from "./story-center.tsx";
import type { StoryGuard, StoryLogin } from "./story-guard.tsx";

type Play = NonNullable<StoryObj<typeof StoryGuard>["play"]>;
type PlayContext = Parameters<Play>[0];

/** What the preview's loader prepares for each story. */
export interface StoryLoaded {
  readonly login: StoryLogin;
  /** The same for a story of the personal centre. */
  readonly visit: StoryVisit;
  /** The toolbar's language; undefined for English, which is always there. */
  readonly messages: Messages | undefined;
}

/** A story's screen as its play function meets it: rendered, at rest, and with its own words. */
export interface StoryScreen extends StoryLogin {
  readonly root: HTMLElement;
  readonly canvas: ReturnType<typeof within>;
  readonly user: PlayContext["userEvent"];
  readonly step: (says: string, run: () => Promise<void>) => Promise<void>;
  /** The story's own state. */
  readonly state: State;
  /** Moves the login to a state as an answer would, and lets it render. */
  readonly show: (state: State) => Promise<void>;
  /** The sentences on screen, so that a play function holds in every language of the toolbar. */
  readonly say: Say;
}

/** Its chunk has not arrived: a placeholder and no way out. A slow resume has both. */
const isLate = (root: HTMLElement): boolean => root.querySelector("[data-slot=skeleton]") !== null && root.querySelector("button") === null;

const isFinite = (animation: Animation): boolean => animation.effect?.getComputedTiming().endTime !== Infinity;

/** Colours are judged at rest: halfway through a fade every contrast is wrong. */
async function comesToRest(root: HTMLElement): Promise<void> {
  await Promise.allSettled(root.getAnimations({ subtree: true }).filter(isFinite).map(({ finished }) => finished));
}

// A task later React has rendered what a store told it.
const showing = ({ guard }: StoryLogin, state: State): Promise<void> => {
  guard.show(state);
  return new Promise((resolve) => setTimeout(resolve, 0));
};

async function screenOf({ canvasElement, loaded, args, userEvent, ...context }: PlayContext): Promise<StoryScreen> {
  const root = canvasElement.querySelector<HTMLElement>("[data-guard]");
  if (!root) throw new Error("The story rendered no Guard. Give its meta `component: StoryGuard` and `args.state`.");
  await waitFor(() => expect(isLate(root)).toBe(false));
  const { login, messages } = loaded as StoryLoaded;
  const i18n = createI18n(root.lang, args.messages ?? messages);
  return {
    ...login,
    root,
    state: args.state,
    show: (state) => showing(login, state),
    canvas: within(root),
    user: userEvent,
    step: async (says, run) => context.step(says, run),
    say: (key, values) => i18n.t(key, { ...values }),
  };
}

/** A pressed button keeps its focus ring; the story shows the state and not the last click. */
function letGo(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

/** A picture at rest: nothing pressed, nothing on its way. */
export async function rests(root: HTMLElement): Promise<void> {
  letGo();
  await comesToRest(root);
}

/** After what a story says about itself: the rules that every screen keeps, and rest. */
export async function keepsTheRules({ root, step }: Pick<StoryScreen, "root" | "step">): Promise<void> {
  for (const { says, check } of houseRules(root)) await step(says, () => check(root));
  await rests(root);
}

/** Or a run in dark would judge the contrasts of light. Of two schemes side by side a story plays in the first. */
export const wearsTheToolbar = async (root: HTMLElement, { colorScheme }: PlayContext["globals"]): Promise<void> =>
  expect(getComputedStyle(root).colorScheme).toBe(colorScheme === "all" ? "light" : colorScheme);

/** A play function: what the story says about itself, then the rules that every screen keeps. */
export function plays(story: (screen: StoryScreen) => Promise<void>): Play {
  return async (context) => {
    const screen = await screenOf(context);
    await wearsTheToolbar(screen.root, context.globals);
    await story(screen);
    await keepsTheRules(screen);
  };
}
