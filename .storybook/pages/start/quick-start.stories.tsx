import type { Meta, StoryObj } from "@storybook/react-vite";
import readme from "../../../README.md?raw";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { StoryLink } from "../book/story-link.tsx";

const meta = { title: "Start here/Quick start", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

/** The examples of the README, which a test compiles. */
const [embed = "", without = ""] = [...readme.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code = ""]) => code.trim());

export const QuickStart: StoryObj = {
  name: "Quick start",
  render: () => (
    <BookPage title="Quick start" lead="Install three packages, render one component, check the session on your own server.">
      <h2>1. Install</h2>
      <pre>npm install @guard/react @guard/adapter-http @guard/theme</pre>
      <h2>2. Render it</h2>
      <pre>{embed}</pre>
      <h2>3. No backend yet?</h2>
      <p>The reference server runs inside the page, on SQLite as WebAssembly. It is what <StoryLink to="start-here-try-it--try-it">Try it</StoryLink> uses.</p>
      <pre>{without}</pre>
      <h2>4. Make it yours</h2>
      <p>
        Set a colour in the <StoryLink to="theming-theme-studio--theme-studio">Theme Studio</StoryLink> and copy what it says.
      </p>
    </BookPage>
  ),
};
