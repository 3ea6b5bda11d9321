import type { ArgTypes } from "@storybook/react-vite";
import type { StoryCenterProps } from "./story-center.tsx";
import type { StoryGuardProps } from "./story-guard.tsx";

const choice = (...options: readonly (string | number)[]) => ({ control: { type: "inline-radio" }, options }) as const;
const yesOrNo = { control: { type: "boolean" } } as const;

/** What a story prepares itself: no control could change it. */
const prepared = ["state", "login", "visit", "messages", "initialSettings", "slots", "children", "open"];

/** Other stories stand still, and have none. */
const parameters = { controls: { disable: false, exclude: prepared } };

/** The props that `<Guard>` and `<SecurityCenter>` share, as controls. */
const shared = {
  classNames: { control: { type: "object" } },
  links: { control: { type: "object" } },
  factorPicker: choice("auto", "tabs", "list"),
  codeLayout: choice("boxes", "plain"),
  showTarget: choice("masked", "none"),
  headingLevel: choice(1, 2, 3, 4, 5, 6),
  autoSubmit: yesOrNo,
  autoFocus: yesOrNo,
} as const;

const defaults = { factorPicker: "auto", codeLayout: "boxes", showTarget: "masked", headingLevel: 2, autoSubmit: true } as const;

/** A view to play with: its props as controls, and a login that goes on. */
export const playground = {
  args: defaults,
  parameters,
  argTypes: { ...shared, focusOnStep: choice("heading", "field") } satisfies Partial<ArgTypes<StoryGuardProps>>,
};

/** The same for the personal centre. */
export const centerPlayground = {
  args: defaults,
  parameters,
  argTypes: shared satisfies Partial<ArgTypes<StoryCenterProps>>,
};
