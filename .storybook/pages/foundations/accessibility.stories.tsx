import type { Meta, StoryObj } from "@storybook/react-vite";
import readme from "../../../README.md?raw";
import { BookPage } from "../book/book-page.tsx";
import { MarkdownTables } from "../book/markdown-tables.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { LiveAxe } from "./live-axe.tsx";

const meta = { title: "Foundations/Accessibility", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

/** What is promised and which test holds it: docs/accessibility.md. */
const documents = import.meta.glob<string>("../../../docs/accessibility.md", { query: "?raw", import: "default", eager: true });

/** The README's words, whose link leads here. */
const statement = (/^Accessibility: (.*)$/m.exec(readme)?.[1] ?? "").replace(/\[docs\/accessibility\.md\]\([^)]*\)/, "The list below");

export const Accessibility: StoryObj = {
  render: (_, { globals }) => (
    <BookPage title="Accessibility" lead="WCAG 2.2 AA is the floor. What machines tested is said beside each promise, and what no person has tested is said too.">
      <p>{statement}</p>
      <h2>See for yourself</h2>
      <LiveAxe {...wornBy(globals)} />
      {Object.values(documents).map((markdown) => (
        <MarkdownTables key={markdown} markdown={markdown} />
      ))}
    </BookPage>
  ),
};
