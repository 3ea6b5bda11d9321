import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { BookPage } from "../book/book-page.tsx";
import { filesByName } from "../book/files-by-name.ts";
import { pageMeta } from "../book/page-meta.tsx";

const meta = { title: "Theming/Recipes", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

const files = filesByName(
  import.meta.glob<string>(["../../../packages/theme/src/presets/shadcn.ts", "../../../apps/playground/e2e/hosts/css/tailwind-{3,4}.css"], { query: "?raw", import: "default", eager: true }),
);

/** As a host writes it: without our tests' own page around it, and by Tailwind's own names. */
const asHosts = (css = ""): string => css.replace(/@import "[^"]*stage\.css";\n/, "").replaceAll(/(?:\.\.\/)+\.vite\/tailwind-3\/(\w+)\.css/g, "tailwindcss/$1");

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
    <BookPage title="Theming recipes" lead="The stylesheets of host pages that the end-to-end tests open.">
      <Recipe title="Tailwind CSS 4" says="Our sheet goes into a layer of yours, so that every utility of yours wins." code={asHosts(files["tailwind-4.css"])} />
      <Recipe title="Tailwind CSS 3" says="No layers: our sheet stands before the utilities, and loses to any one of them." code={asHosts(files["tailwind-3.css"])} />
      <Recipe title="shadcn/ui" says="The preset maps your variables onto ours. This is its source, and its stylesheet is @guard/theme/presets/shadcn.css." code={files["shadcn.ts"] ?? ""} />
      <Recipe
        title="CSS modules, or plain CSS"
        says="Any class of yours beats ours, without !important: hand it to classNames, or name the part."
        code={`<Guard classNames={{ submit: styles.primary, card: "my-card" }} … />\n\n[data-slot="submit"] { border-radius: 0; }`}
      />
    </BookPage>
  ),
};
