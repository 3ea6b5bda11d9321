import type { Decorator } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { ThemeStyles } from "../../theme-styles.tsx";
import { wornBy } from "./worn.ts";

/** The ground of a page, dressed as the toolbar says. */
const onItsGround: Decorator = (Story, { args, globals }) => {
  const worn = wornBy(globals);
  const style = (globals["density"] === "1" ? {} : { "--guard-density": globals["density"] }) as CSSProperties;
  return (
    <div data-guard-page="" data-color-scheme={worn.colorScheme} data-story-theme={globals["theme"]} data-story-motion={globals["motion"]} data-story-text-spacing={globals["textSpacing"]} style={style}>
      <ThemeStyles />
      <Story args={{ ...args, ...worn }} />
    </div>
  );
};

/** Of a page, which is no story of one component. Its tags stand in each file, where Storybook reads them without running it: `!test`, because tools/stories/pages.spec.ts opens them in the static build. */
export const pageMeta = { decorators: [onItsGround] };

/** The same for a page with the same view several times over; on a host's page no two logins have one name. */
export const galleryMeta = { ...pageMeta, parameters: { a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } } } };
