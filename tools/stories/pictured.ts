import type { Page } from "@playwright/test";
import { inPage } from "./in-page.ts";
import { stories, type Story } from "./storybook.ts";

/** What guards the look, each in four ways: a view by its first story, or one story of it. */
export const pictured: readonly string[] = [
  "Views/Sign in",
  "Views/Sign in/Server Error",
  "Views/Verify/Email",
  "Views/Verify/Email/Field Error",
  "Views/Verify/Methods",
  "Views/Bind email",
  "Views/Bind phone",
  "Views/Enrol authenticator",
  "Views/Recovery",
  "Views/Recovery code",
  "Views/Face",
  "Views/Locked",
  "Views/Closed",
  "Views/Success",
  "Views/Dialog/Open",
  "Center/Overview",
];

/** The story that a path of the sidebar leads to; of a view, its first. */
export const firstOf = (path: string): Story | undefined => stories().find(({ title, name }) => title === path || `${title}/${name}` === path);

/** `Views/Sign in` in light -> `views-sign-in-light.png` */
export const pictureOf = (title: string, way: string): string => `${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${way}.png`;

interface Way {
  readonly name: string;
  readonly wear: (page: Page) => Promise<unknown>;
  readonly takeOff: (page: Page) => Promise<unknown>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** How a picture is taken. Words stay English: the tests bring one font, and its script is Latin. */
export const ways: readonly Way[] = [
  { name: "light", wear: nothing, takeOff: nothing },
  { name: "dark", wear: (page) => inPage(page, "wearScheme", "dark"), takeOff: (page) => inPage(page, "wearScheme", "light") },
  { name: "forced", wear: (page) => page.emulateMedia({ forcedColors: "active" }), takeOff: (page) => page.emulateMedia({ forcedColors: "none" }) },
  { name: "rtl", wear: (page) => inPage(page, "wearDirection", "rtl"), takeOff: (page) => inPage(page, "wearDirection", "ltr") },
];

/** A tenth of a per cent of the pixels may differ a little; no caret, no motion. */
export const asPixels = { threshold: 0.1, maxDiffPixelRatio: 0.001, animations: "disabled", caret: "hide" } as const;
