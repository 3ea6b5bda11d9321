import type { Meta, StoryObj } from "@storybook/react-vite";
import { useArgs } from "storybook/preview-api";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { toShared } from "./share.ts";
import { SharedStudio } from "./shared-studio.tsx";

interface Shared {
  /** The theme, as Storybook keeps it in the address. */
  readonly shared: string;
}

const meta = { title: "Theming/Theme Studio", tags: ["!autodocs", "!test", "page", "gallery"], ...galleryMeta, args: { shared: toShared({}) } } satisfies Meta<Shared>;
export default meta;

export const ThemeStudio: StoryObj<Shared> = {
  name: "Theme Studio",
  render: function Render(_, { globals }) {
    const [{ shared }, update] = useArgs<{ shared: string }>();
    return (
      <BookPage title="Theme Studio" lead="Change a colour, see it judged, take the code with you. The address of this page is the theme.">
        <SharedStudio {...wornBy(globals)} shared={shared} onShare={(next) => update({ shared: next })} />
      </BookPage>
    );
  },
};
