import { locales } from "@guard/locales";
import type { Preview } from "@storybook/react-vite";
import { PSEUDO } from "../packages/react/src/testing/pseudo.ts";
import { themes } from "./themes.ts";

type Toolbar = NonNullable<NonNullable<Preview["globalTypes"]>[string]["toolbar"]>;
type Item = Toolbar["items"][number];

const choice = (title: string, icon: NonNullable<Toolbar["icon"]>, ...items: Item[]): { toolbar: Toolbar } => ({ toolbar: { title, icon, items, dynamicTitle: true } });

/** What a designer may change about every story at once. Short words: the whole row is to be seen on a laptop. */
export const globalTypes = {
  theme: choice("Theme", "paintbrush", ...themes),
  colorScheme: choice("Colour scheme (forced colours are the browser’s: DevTools, Rendering)", "mirror", "light", "dark", { value: "all", title: "light and dark" }),
  locale: choice("Language", "globe", ...locales, PSEUDO),
  dir: choice("Direction (auto: as the language is read)", "transfer", { value: "auto", title: "auto" }, "ltr", "rtl"),
  density: choice("Density", "component", { value: "0.875", title: "compact" }, { value: "1", title: "normal" }, { value: "1.125", title: "roomy" }),
  motion: choice("Motion (as the system says, or none)", "lightning", { value: "system", title: "motion" }, { value: "none", title: "no motion" }),
  // Stories stand still, but for each view's Playground.
  network: choice("Network of a Playground", "cloud", { value: "ok", title: "online" }, { value: "slow", title: "slow" }, { value: "fail", title: "offline" }),
  // Still, so that a story is the same picture each time.
  clock: choice("Clock", "time", { value: "0", title: "still" }, { value: "1", title: "1×" }, { value: "60", title: "60×" }),
  inspector: choice("State inspector beside a Flow", "structure", { value: "off", title: "no inspector" }, { value: "on", title: "inspector" }),
  textSpacing: choice("Text spacing (WCAG 1.4.12)", "paragraph", { value: "off", title: "own spacing" }, { value: "on", title: "reader’s spacing" }),
} satisfies Preview["globalTypes"];

/** How a story opens; the tests change its colours around it (tools/stories). */
export const initialGlobals = {
  theme: themes[0],
  colorScheme: "light",
  locale: "en",
  dir: "auto",
  density: "1",
  motion: "system",
  network: "ok",
  clock: "0",
  inspector: "off",
  textSpacing: "off",
};
