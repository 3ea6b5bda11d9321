import { fixtures } from "@guard/machine/testing";
import { presets } from "@guard/theme";
import { createTheme, type ThemeInput } from "@guard/theme/studio";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { Still } from "../book/still.tsx";
import { storyHref } from "../book/story-link.tsx";
import { wornBy } from "../book/worn.ts";
import { toShared } from "./share.ts";
import { STUDIO } from "./theme-studio.tsx";
import "./theming.css";

const meta = { title: "Theming/Presets gallery", tags: ["!autodocs", "!test", "page", "gallery"], ...galleryMeta } satisfies Meta;
export default meta;

const all = Object.entries<ThemeInput>(presets);

export const PresetsGallery: StoryObj = {
  name: "Presets gallery",
  render: (_, { globals }) => (
    <BookPage title="Presets gallery" lead="Six looks to begin with, each a stylesheet and an object; each passes its contrasts in light and in dark.">
      {all.map(([name, preset]) => (
        <section key={name} aria-labelledby={`preset-${name}`}>
          <h2 id={`preset-${name}`}>{name}</h2>
          <p>
            <code>{name === "default" ? "nothing to import" : `@guard/theme/presets/${name}.css`}</code>{" "}
            <a href={`${storyHref(STUDIO)}&args=shared:${toShared(preset)}`} target="_top">
              Change {name} in the Theme Studio
            </a>
          </p>
          <style>{createTheme(preset).toCSS(`[data-preset="${name}"]`)}</style>
          <div className="schemes">
            {(["light", "dark"] as const).map((scheme) => (
              <div key={scheme} data-preset={name} data-guard-page="" data-color-scheme={scheme}>
                <Still {...wornBy(globals)} id={`preset-${name}-${scheme}`} state={fixtures.challenge} colorScheme={scheme} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </BookPage>
  ),
};
