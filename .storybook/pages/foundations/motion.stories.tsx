import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { Motion as Moves } from "./motion.tsx";

const meta = { title: "Foundations/Motion", tags: ["!autodocs", "!test", "page", "gallery"], ...galleryMeta } satisfies Meta;
export default meta;

export const Motion: StoryObj = {
  render: (_, { globals }) => (
    <BookPage title="Motion" lead="Little, short, and never the only sign. Where a system asks for less motion, nothing moves at all.">
      <p>
        <code>--guard-motion: 0</code> stops everything; the toolbar’s “no motion” does the same.
      </p>
      <Moves {...wornBy(globals)} />
    </BookPage>
  ),
};
