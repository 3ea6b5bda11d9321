import { createHttpAdapter } from "@guard/adapter-http";
import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactElement, ReactNode } from "react";
import { pageServer } from "../../../apps/playground/src/page-server.ts";
import { StoryGuard } from "../../../packages/react/src/testing/story-guard.tsx";
import { BookPage } from "../book/book-page.tsx";
import { filesByName } from "../book/files-by-name.ts";
import { pageMeta } from "../book/page-meta.tsx";
import { Still } from "../book/still.tsx";
import { wornBy } from "../book/worn.ts";
import { InDialog as Dialog } from "./in-dialog.tsx";
import { Files } from "./recipe.tsx";

const meta = { title: "Recipes/In your app", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

type Story = StoryObj;

const next = filesByName(
  import.meta.glob<string>(["../../../apps/recipes/src/next/app/login/*.tsx", "../../../apps/recipes/src/next/app/api/sign-in/route.ts", "../../../apps/recipes/src/next/app/session.ts"], { query: "?raw", import: "default", eager: true }),
);
const vite = filesByName(import.meta.glob<string>(["../../../tools/packages/app/src/main.tsx", "../../../tools/packages/app/vite.config.js"], { query: "?raw", import: "default", eager: true }));
const adapter = filesByName(import.meta.glob<string>("../../../apps/recipes/src/adapter/adapter.ts", { query: "?raw", import: "default", eager: true }));
const inDialog = filesByName(import.meta.glob<string>("./in-dialog.tsx", { query: "?raw", import: "default", eager: true }));
const headless = filesByName(import.meta.glob<string>("../../../apps/recipes/src/headless/*.tsx", { query: "?raw", import: "default", eager: true }));

const server = createHttpAdapter({ baseUrl: "https://inside.the.page", fetch: pageServer().fetch });

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
      <Files files={next} />,
    ),
};

export const Vite: Story = {
  render: () => page("Vite", "The app that our packages are installed into, built and logged in to by a test; its server runs inside the page.", <Files files={vite} />),
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
        <Dialog {...wornBy(globals)} adapter={server} app="demo" id="dialog" persist="none" />
        <Files files={inDialog} />
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
  render: () => page("Custom adapter", "Your own login behind ours: what it can’t do is refused in a word, and the component offers only what it can. A test runs this file.", <Files files={adapter} />),
};

export const Headless: Story = {
  render: () => page("Headless", "The same machine under your own markup. A test signs in through these files.", <Files files={headless} />),
};
