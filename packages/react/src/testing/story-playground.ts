import type { ArgTypes } from "@storybook/react-vite";
import type { StoryCenterProps } from "./story-center.tsx";
import type { StoryGuardProps } from "./story-guard.tsx";

const choice = (...options: readonly (string | number)[]) => ({ control: { type: "inline-radio" }, options }) as const;
const yesOrNo = { control: { type: "boolean" } } as const;
const nothing = { control: false } as const;

/** The props that `<Guard>` and `<SecurityCenter>` share, as controls; what a story prepares itself has none. */
const shared = {
  state: nothing,
  messages: nothing,
  initialSettings: nothing,
  slots: nothing,
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
  argTypes: { ...shared, login: nothing, focusOnStep: choice("heading", "field") } satisfies Partial<ArgTypes<StoryGuardProps>>,
};

/** The same for the personal centre. */
export const centerPlayground = {
  args: defaults,
  argTypes: { ...shared, visit: nothing } satisfies Partial<ArgTypes<StoryCenterProps>>,
};
