import type { Decorator } from "@storybook/react-vite";
import type { CSSProperties, ReactNode } from "react";
import { PartStage, type PartStageProps } from "../packages/react/src/testing/story-part.tsx";
import type { Stage } from "../packages/react/src/testing/story-stage.ts";
import type { StoryLoaded } from "../packages/react/src/testing/story-play.ts";
import { ThemeStyles } from "./theme-styles.tsx";
import { usePassingTime } from "./use-passing-time.ts";

type Context = Parameters<Decorator>[1];
type Story = Parameters<Decorator>[0];
type ColorScheme = "light" | "dark";

interface PageProps {
  readonly globals: Context["globals"];
  readonly colorScheme: ColorScheme;
  readonly clock: Stage["login"]["clock"];
  /** Seconds of the clock in a second; two pages beside each other share one clock. */
  readonly speed: number;
  readonly children: ReactNode;
}

/** A host's page around a login, as the toolbar says. */
function Page({ globals, colorScheme, clock, speed, children }: PageProps): ReactNode {
  usePassingTime(clock, speed);
  // A theme's own density stays unless another one is chosen.
  const style = (globals["density"] === "1" ? {} : { "--guard-density": globals["density"] }) as CSSProperties;
  return (
    <div data-guard-page="" data-color-scheme={colorScheme} data-story-theme={globals["theme"]} data-story-motion={globals["motion"]} data-story-text-spacing={globals["textSpacing"]} style={style}>
      <ThemeStyles />
      {children}
    </div>
  );
}

/** What a story is given in its room, on what machine it runs, and what stands around it. */
function inItsRoom(room: string, Story: Story, worn: Partial<PartStageProps>, { login, visit }: StoryLoaded): ReactNode {
  if (room === "Center") return <Story args={{ ...worn, visit }} />;
  if (room !== "Parts") return <Story args={{ ...worn, login }} />;
  return (
    <PartStage {...worn} login={login}>
      <Story />
    </PartStage>
  );
}

const rooms: readonly string[] = ["Views", "Center", "Parts", "Tests"];

/** Puts a story on the page of a login, dressed as the toolbar says. What a story pins itself stays; a page of another kind dresses itself. */
export const dressed: Decorator = (Story, { args, globals, loaded, title }) => {
  const [room = ""] = title.split("/");
  if (!rooms.includes(room)) return <Story />;
  const stage = loaded as StoryLoaded;
  const schemes: readonly ColorScheme[] = globals["colorScheme"] === "all" ? ["light", "dark"] : [globals["colorScheme"]];
  const { clock } = room === "Center" ? stage.visit : stage.login;
  const pages = schemes.map((colorScheme, index) => {
    // Two on a page are told apart by their ids, as on a host's page.
    const id = schemes.length > 1 ? { id: `guard-${colorScheme}` } : {};
    const worn = { colorScheme, locale: globals["locale"], dir: globals["dir"], ...id, ...(stage.messages ? { messages: stage.messages } : {}), ...args };
    return (
      // What measures its text once looks again when the spacing changes.
      <Page key={`${colorScheme} ${globals["textSpacing"]}`} globals={globals} colorScheme={worn.colorScheme} clock={clock} speed={index === 0 ? Number(globals["clock"]) : 0}>
        {inItsRoom(room, Story, worn, stage)}
      </Page>
    );
  });
  return schemes.length > 1 ? <div data-story-pages="">{pages}</div> : <>{pages}</>;
};
