import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { SlotsMap as Map } from "./slots-map.tsx";

const meta = { title: "Theming/Slots map", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

export const SlotsMap: StoryObj = {
  name: "Slots map",
  render: (_, { globals }) => (
    <BookPage title="Slots map" lead="Every part has a public name, the same in CSS and in classNames. Point at one.">
      <Map {...wornBy(globals)} />
    </BookPage>
  ),
};
