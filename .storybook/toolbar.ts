import { locales } from "@guard/locales";
import type { Preview } from "@storybook/react-vite";
import { PSEUDO } from "../packages/react/src/testing/pseudo.ts";
import { themes } from "./themes.ts";

type Toolbar = NonNullable<NonNullable<Preview["globalTypes"]>[string]["toolbar"]>;
type Item = Toolbar["items"][number];

const choice = (title: string, icon: NonNullable<Toolbar["icon"]>, ...items: Item[]): { toolbar: Toolbar } => ({ toolbar: { title, icon, items, dynamicTitle: true } });

/** What a designer may change about every story at once. */
export const globalTypes = {
  theme: choice("Theme", "paintbrush", ...themes),
  colorScheme: choice("Colour scheme", "mirror", "light", "dark", { value: "all", title: "light and dark" }),
  locale: choice("Language", "globe", ...locales, PSEUDO),
  dir: choice("Direction", "transfer", { value: "auto", title: "direction of the language" }, "ltr", "rtl"),
  density: choice("Density", "component", { value: "0.875", title: "compact" }, { value: "1", title: "normal density" }, { value: "1.125", title: "roomy" }),
  motion: choice("Motion", "lightning", { value: "system", title: "motion as the system says" }, { value: "none", title: "no motion" }),
  // Stories stand still, but for each view's Playground.
  network: choice("Network of a Playground", "cloud", { value: "ok", title: "network ok" }, { value: "slow", title: "network slow" }, { value: "fail", title: "no network" }),
  // Still, so that a story is the same picture each time.
  clock: choice("Clock", "time", { value: "0", title: "clock stands" }, { value: "1", title: "clock 1×" }, { value: "60", title: "clock 60×" }),
  textSpacing: choice("Text spacing (WCAG 1.4.12)", "paragraph", { value: "off", title: "text spacing off" }, { value: "on", title: "text spacing on" }),
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
  textSpacing: "off",
};
