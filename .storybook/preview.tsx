import { en, loadMessages, locales } from "@guard/locales";
import { centerEn, loadCenterMessages } from "@guard/locales/center";
import "@guard/theme/styles.css";
import type { Preview } from "@storybook/react-vite";
import { dressed } from "./dressed.tsx";
import "./preview.css";
import { PSEUDO, pseudoMessages } from "../packages/react/src/testing/pseudo.ts";
import { storyVisit } from "../packages/react/src/testing/story-center.tsx";
import { storyLogin } from "../packages/react/src/testing/story-guard.tsx";

type Toolbar = NonNullable<NonNullable<Preview["globalTypes"]>[string]["toolbar"]>;

const choice = (title: string, icon: NonNullable<Toolbar["icon"]>, ...items: string[]): { toolbar: Toolbar } => ({ toolbar: { title, icon, items, dynamicTitle: true } });

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
    async ({ args, globals }) => ({
      login: storyLogin(args["state"]),
      visit: storyVisit(args["state"]),
      messages: await allMessages(String(globals["locale"])),
    }),
  ],
  globalTypes: {
    colorScheme: choice("Colour scheme", "mirror", "light", "dark"),
    locale: choice("Language", "globe", ...locales, PSEUDO),
    dir: choice("Direction", "transfer", "auto", "ltr", "rtl"),
  },
  // The second run of the same stories, in dark, says so in its environment (vite.config.ts).
  initialGlobals: { colorScheme: import.meta.env["VITE_STORY_COLOR_SCHEME"] ?? "light", locale: "en", dir: "auto" },
  parameters: {
    layout: "fullscreen",
    controls: { exclude: ["login", "visit"] },
    backgrounds: { disable: true },
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
          ["Sign in", "Verify", ["Email", "SMS", "Authenticator"], "Bind email", "Bind phone", "Enrol authenticator", "Recovery", "Face", "Resume", "Locked", "Closed", "Expired", "Success"],
          "Center",
          "Parts",
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
