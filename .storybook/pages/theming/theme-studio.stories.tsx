import type { ThemeInput } from "@guard/theme/studio";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useArgs } from "storybook/preview-api";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { fromShared, toShared } from "./share.ts";
import { ThemeStudio as Studio } from "./theme-studio.tsx";

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
    const input = fromShared(shared);
    const change = (next: ThemeInput): void => update({ shared: toShared(next) });
    return (
      <BookPage title="Theme Studio" lead="Change a colour, see it judged, take the code with you. The address of this page is the theme.">
        {!input && <p role="alert">This link carries no theme: it was cut short or changed on its way. Here is the default look instead.</p>}
        <Studio {...wornBy(globals)} input={input ?? {}} onChange={change} />
      </BookPage>
    );
  },
};
