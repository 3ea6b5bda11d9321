import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import type { Worn } from "../book/worn.ts";
import { TryIt as TryItHere } from "./try-it.tsx";

const meta = { title: "Start here/Try it", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta<Worn>;
export default meta;

export const TryIt: StoryObj<Worn> = {
  name: "Try it",
  render: ({ colorScheme, locale, dir }) => (
    <BookPage title="Try it" lead="A whole login: the real component, the real server, both in this page.">
      <TryItHere colorScheme={colorScheme} locale={locale} dir={dir} />
    </BookPage>
  ),
};
