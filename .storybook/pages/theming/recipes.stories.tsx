import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import shadcnPreset from "../../../packages/theme/src/presets/shadcn.ts?raw";
import tailwind3 from "../../../apps/playground/e2e/hosts/css/tailwind-3.css?raw";
import tailwind4 from "../../../apps/playground/e2e/hosts/css/tailwind-4.css?raw";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";

const meta = { title: "Theming/Recipes", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

function Recipe({ title, says, code }: { readonly title: string; readonly says: string; readonly code: string }): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <p>{says}</p>
      <pre>{code.trim()}</pre>
    </section>
  );
}

export const Recipes: StoryObj = {
  render: () => (
    <BookPage title="Theming recipes" lead="The stylesheets of host pages that the end-to-end tests open, as they are.">
      <Recipe title="Tailwind CSS 4" says="Our sheet goes into a layer of yours, so that every utility of yours wins." code={tailwind4} />
      <Recipe title="Tailwind CSS 3" says="No layers: ours stands below one class of yours." code={tailwind3} />
      <Recipe title="shadcn/ui" says="The preset maps your variables onto ours. This is its source, and its stylesheet is @guard/theme/presets/shadcn.css." code={shadcnPreset} />
      <Recipe
        title="CSS modules, or plain CSS"
        says="Any class of yours beats ours, without !important: hand it to classNames, or name the part."
        code={`<Guard classNames={{ submit: styles.primary, card: "my-card" }} … />\n\n[data-slot="submit"] { border-radius: 0; }`}
      />
    </BookPage>
  ),
};
