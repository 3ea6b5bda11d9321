import { en, loadMessages } from "@guard/locales";
import { centerEn, loadCenterMessages } from "@guard/locales/center";
import "@guard/theme/styles.css";
import type { Preview } from "@storybook/react-vite";
import { DocsPage } from "./docs-page.tsx";
import { DocsRoom } from "./docs-room.tsx";
import { dressed } from "./dressed.tsx";
import "./preview.css";
import { PSEUDO, pseudoMessages } from "../packages/react/src/testing/pseudo.ts";
import { globalTypes, initialGlobals } from "./toolbar.ts";
import { stageOf } from "../packages/react/src/testing/story-stage.ts";

/** A language of the login and of the personal centre; undefined for English, which is always there. */
async function allMessages(tag: string) {
  if (tag === PSEUDO) return pseudoMessages({ ...en, ...centerEn });
  const [shared, own] = await Promise.all([loadMessages(tag), loadCenterMessages(tag)]);
  return shared && own ? { ...shared, ...own } : undefined;
}

const preview: Preview = {
  decorators: [dressed],
  // Fresh for each showing: a story that moved its clock starts again at T0.
  loaders: [
    async ({ args, globals, tags }) => ({
      ...stageOf(args["state"], tags.includes("alive") ? globals["network"] : undefined),
      messages: await allMessages(String(globals["locale"])),
    }),
  ],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: "fullscreen",
    // A story is one state of the machine: what a designer turns is its Playground (story-playground.ts).
    controls: { disable: true },
    // What a story sends stands in its steps, under Interactions.
    actions: { disable: true },
    backgrounds: { disable: true },
    docs: { container: DocsRoom, page: DocsPage },
    a11y: {
      test: "error",
      // axe leaves the 24 px of WCAG 2.5.8 off unless asked.
      config: { rules: [{ id: "target-size", enabled: true }] },
    },
    options: {
      storySort: {
        order: [
          "Start here",
          "Flow",
          "Views",
          ["Sign in", "Sign in by code", "Verify", ["Email", "SMS", "Authenticator", "Methods"], "Bind email", "Bind phone", "Enrol authenticator", "Recovery", "Recovery code", "Face", "Resume", "Locked", "Closed", "Expired", "Success", "Dialog"],
          "Center",
          ["Overview", "Step-up", "Add a method", "Are you sure", "Ended"],
          "Parts",
          ["Button", "Field", "PasswordField", "CodeField", "PhoneField", "Tabs", "Alert", "ResendTimer", "QR", "RecoveryCode", "Camera"],
          "Theming",
          "Foundations",
          "Matrix",
          "Recipes",
          "Tests",
        ],
      },
    },
  },
};

export default preview;
