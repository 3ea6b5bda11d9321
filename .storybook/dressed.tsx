import type { Decorator } from "@storybook/react-vite";
import type { CSSProperties, ReactNode } from "react";
import { PartStage } from "../packages/react/src/testing/story-part.tsx";
import type { StoryLoaded } from "../packages/react/src/testing/story-play.ts";
import { themes } from "./themes.ts";
import { usePassingTime } from "./use-passing-time.ts";

type Globals = Parameters<Decorator>[1]["globals"];

type ColorScheme = "light" | "dark";

interface PageProps {
  readonly globals: Globals;
  readonly colorScheme: ColorScheme;
  readonly children: ReactNode;
}

/** A host's page around a login, as the toolbar says. */
function Page({ globals, colorScheme, children }: PageProps): ReactNode {
  const style = { ...themes[globals["theme"]], "--guard-density": globals["density"] } as CSSProperties;
  return (
    <div data-guard-page="" data-color-scheme={colorScheme} data-story-motion={globals["motion"]} data-story-text-spacing={globals["textSpacing"]} style={style}>
      {children}
    </div>
  );
}

const schemesOf = (wanted: ColorScheme | "all"): readonly ColorScheme[] => (wanted === "all" ? ["light", "dark"] : [wanted]);

/** Puts a story on the page of a login, dressed as the toolbar says. What a story pins itself stays; a page of another kind dresses itself. */
export const dressed: Decorator = (Story, { args, globals, loaded, title }) => {
  const { login, visit, messages } = loaded as StoryLoaded;
  const [room] = title.split("/");
  const { locale, dir, textSpacing } = globals;
  const schemes = schemesOf(globals["colorScheme"]);
  usePassingTime(room === "Center" ? visit.clock : login.clock, Number(globals["clock"]));
  if (room !== "Views" && room !== "Center" && room !== "Parts") return <Story />;
  const pages = schemes.map((colorScheme) => {
    // Two on a page are told apart by their ids, as on a host's page.
    const id = schemes.length > 1 ? { id: `guard-${colorScheme}` } : {};
    const worn = { colorScheme, locale, dir, ...id, ...(messages ? { messages } : {}), ...args };
    return (
      // What measures its text once looks again when the spacing changes.
      <Page key={`${colorScheme} ${textSpacing}`} globals={globals} colorScheme={worn.colorScheme}>
        {room === "Parts" ? (
          <PartStage {...worn} login={login}>
            <Story />
          </PartStage>
        ) : (
          <Story args={{ ...worn, ...(room === "Center" ? { visit } : { login }) }} />
        )}
      </Page>
    );
  });
  return pages.length > 1 ? <div data-story-pages="">{pages}</div> : <>{pages}</>;
};
