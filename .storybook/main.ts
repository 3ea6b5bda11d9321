import type { StorybookConfig } from "@storybook/react-vite";

/** The pages of this Storybook, in their order within each chapter. */
const pages = [
  "start/welcome",
  "start/quick-start",
  "start/try-it",
  "flow/state-chart",
  "flow/happy-path",
  "flow/bind-first",
  "flow/all-factors",
  "flow/lockout",
  "theming/tokens",
  "theming/theme-studio",
  "theming/presets",
  "theming/slots-map",
  "theming/recipes",
  "foundations/voice",
  "foundations/accessibility",
  "foundations/motion",
  "foundations/icons",
  "foundations/masking",
  "matrix/matrix",
  "recipes/recipes",
];

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../packages/react/src/**/*.stories.tsx", ...pages.map((page) => `./pages/${page}.stories.tsx`)],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "storybook-addon-pseudo-states"],
  // A story's frame opened by itself would ask for /favicon.ico, outside of our path.
  previewHead: (head) => `${head}<link rel="icon" href="data:," />`,
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // react-docgen-typescript needs TypeScript's own API, which version 7 does not have.
  typescript: { reactDocgen: "react-docgen" },
};

export default config;
