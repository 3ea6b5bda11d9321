import type { CenterState } from "@guard/machine/center";
import type { StoryObj } from "@storybook/react-vite";
import { within } from "storybook/test";
import type { CenterSay } from "../center/use-center.ts";
import { createI18n } from "../i18n/create-i18n.ts";
import type { StoryCenter, StoryVisit } from "./story-center.tsx";
import { keepsTheRules, wearsTheToolbar, type StoryLoaded } from "./story-play.ts";

type Play = NonNullable<StoryObj<typeof StoryCenter>["play"]>;
type PlayContext = Parameters<Play>[0];

/** A story of the personal centre as its play function meets it. */
export interface CenterScreen extends StoryVisit {
  readonly root: HTMLElement;
  readonly canvas: ReturnType<typeof within>;
  readonly user: PlayContext["userEvent"];
  readonly step: (says: string, run: () => Promise<void>) => Promise<void>;
  readonly state: CenterState;
  /** Moves the visit to a state as an answer would, and lets it render. */
  readonly show: (state: CenterState) => Promise<void>;
  readonly say: CenterSay;
}

// A task later React has rendered what a store told it.
const showing = ({ center }: StoryVisit, state: CenterState): Promise<void> => {
  center.show(state);
  return new Promise((resolve) => setTimeout(resolve, 0));
};

function screenOf({ canvasElement, loaded, args, userEvent, ...context }: PlayContext): CenterScreen {
  const root = canvasElement.querySelector<HTMLElement>("[data-guard]");
  if (!root) throw new Error("The story rendered no personal centre. Give its meta `component: StoryCenter` and `args.state`.");
  const { visit, messages } = loaded as StoryLoaded;
  const i18n = createI18n(root.lang, args.messages ?? messages);
  return {
    ...visit,
    root,
    state: args.state,
    show: (state) => showing(visit, state),
    canvas: within(root),
    user: userEvent,
    step: async (says, run) => context.step(says, run),
    say: (key, values) => i18n.t(key, { ...values }),
  };
}

/** A play function: what the story says about itself, then the rules that every screen keeps. */
export function playsCenter(story: (screen: CenterScreen) => Promise<void>): Play {
  return async (context) => {
    const screen = screenOf(context);
    await wearsTheToolbar(screen.root, context.globals);
    await story(screen);
    await keepsTheRules(screen);
  };
}
