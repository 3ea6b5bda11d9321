import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactElement, ReactNode } from "react";
import adapter from "../../../apps/recipes/src/adapter/adapter.ts?raw";
import nextForm from "../../../apps/recipes/src/next/app/login/login-form.tsx?raw";
import nextPage from "../../../apps/recipes/src/next/app/login/page.tsx?raw";
import nextRoute from "../../../apps/recipes/src/next/app/api/sign-in/route.ts?raw";
import nextSession from "../../../apps/recipes/src/next/app/session.ts?raw";
import viteConfig from "../../../tools/packages/app/vite.config.js?raw";
import viteMain from "../../../tools/packages/app/src/main.tsx?raw";
import { StoryGuard } from "../../../packages/react/src/testing/story-guard.tsx";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { Still } from "../book/still.tsx";
import { wornBy } from "../book/worn.ts";
import { InDialog as Dialog } from "./in-dialog.tsx";
import inDialog from "./in-dialog.tsx?raw";
import { Files } from "./recipe.tsx";

const meta = { title: "Recipes", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

type Story = StoryObj;

/** A login without our views, as its test runs it. */
const headless = import.meta.glob<string>("../../../apps/recipes/src/headless/*.tsx", { query: "?raw", import: "default", eager: true });

const byName = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).flatMap(([path, code]) => (path.includes(".test.") ? [] : [[path.split("/").at(-1) ?? path, code]])));

const page = (title: string, lead: string, children: ReactNode): ReactElement => (
  <BookPage title={title} lead={lead}>
    {children}
  </BookPage>
);

export const NextJs: Story = {
  name: "Next.js app router",
  render: () =>
    page(
      "Next.js app router",
      "The page is a server component, the form a client one, and the session is checked where nobody but you can reach. A test builds and runs these files.",
      <Files files={{ "app/login/page.tsx": nextPage, "app/login/login-form.tsx": nextForm, "app/api/sign-in/route.ts": nextRoute, "app/session.ts": nextSession }} />,
    ),
};

export const Vite: Story = {
  render: () => page("Vite", "The app that our packages are installed into, built and logged in to by a test; its server runs inside the page.", <Files files={{ "src/main.tsx": viteMain, "vite.config.js": viteConfig }} />),
};

export const FullPage: Story = {
  name: "Full page",
  render: (_, { globals }) => <StoryGuard {...wornBy(globals)} id="full-page" state={fixtures.password} headingLevel={1} />,
};

export const InDialog: Story = {
  name: "In dialog",
  render: (_, { globals }) => page(
      "In dialog",
      "A native dialog: focus stays in it, Escape closes it and loses nothing, and the button has the focus back.",
      <>
        <Dialog {...wornBy(globals)} />
        <Files files={{ "in-dialog.tsx": inDialog }} />
      </>,
    ),
};

export const NarrowSidebar: Story = {
  name: "Narrow sidebar",
  render: (_, { globals }) =>
    page(
      "Narrow sidebar",
      "The login follows the width that it is given, not the window’s: in 280 px it is edge to edge, and its boxes shrink.",
      <aside aria-label="A sidebar of 280 px" style={{ inlineSize: 280, maxInlineSize: "100%", background: "var(--guard-color-surface)" }}>
        <Still {...wornBy(globals)} id="sidebar" state={fixtures.challenge} headingLevel={2} />
      </aside>,
    ),
};

export const CustomAdapter: Story = {
  name: "Custom adapter",
  render: () => page("Custom adapter", "Your own login behind ours: what it can’t do is refused in a word, and the component offers only what it can. A test runs this file.", <Files files={{ "adapter.ts": adapter }} />),
};

export const Headless: Story = {
  render: () => page("Headless", "The same machine under your own markup. A test signs in through these files.", <Files files={byName(headless)} />),
};
