import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { StoryGuard } from "../../../packages/react/src/testing/story-guard.tsx";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { StoryLink } from "../book/story-link.tsx";
import type { Worn } from "../book/worn.ts";

const meta = { title: "Start here/Welcome", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta<Worn>;
export default meta;

const ways = [
  { to: "start-here-try-it--try-it", name: "Try it", says: "A whole login in this page: server, inbox and all." },
  { to: "start-here-quick-start--quick-start", name: "Quick start", says: "Fifteen lines into a page of yours." },
  { to: "flow-state-chart--state-chart", name: "State chart", says: "Every state of the machine, each a link to its story." },
  { to: "theming-theme-studio--theme-studio", name: "Theme Studio", says: "Make it yours and take the code with you." },
  { to: "foundations-accessibility--accessibility", name: "Accessibility", says: "What is promised, and which test holds it." },
  { to: "recipes-in-your-app--next-js", name: "Recipes", says: "Next.js, Vite, a dialog, a sidebar, no views of ours." },
] as const;

/** What this is, and where to go on. */
export const Welcome: StoryObj<Worn> = {
  render: ({ colorScheme, locale, dir }) => (
    <BookPage title="Guard" lead="A login with a second factor that a team drops into a page, against any backend.">
      <div className="book-split">
        <div>
          <p>
            A machine decides, views show: every story under <b>Views</b> is one state of the machine in <code>@guard/machine</code>, rendered by the real component. What you see here is what people get.
          </p>
          <h2>Where to go</h2>
          <ul className="book-cards">
            {ways.map(({ to, name, says }) => (
              <li key={to} className="book-card">
                <StoryLink to={to}>{name}</StoryLink>
                <p>{says}</p>
              </li>
            ))}
          </ul>
        </div>
        <StoryGuard state={fixtures.challenge} id="welcome" headingLevel={2} colorScheme={colorScheme} locale={locale} dir={dir} />
      </div>
    </BookPage>
  ),
};
