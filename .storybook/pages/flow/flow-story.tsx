import type { StoryObj } from "@storybook/react-vite";
import { pageMeta } from "../book/page-meta.tsx";
import type { Worn } from "../book/worn.ts";
import { flowLoader, FlowStage, personAt, type FlowLoaded } from "./flow-stage.tsx";

/** A login that plays itself when it is opened; the Interactions panel tells each step. */
export const flowMeta = { ...pageMeta, loaders: [flowLoader] };

export type Story = StoryObj<Worn>;

/** One played login. Its name stands in its file: the sidebar reads it without running it. */
export const plays = (run: (person: ReturnType<typeof personAt>) => Promise<void>): Story => ({
  render: ({ colorScheme }, { loaded, globals }) => <FlowStage {...(loaded as FlowLoaded)} colorScheme={colorScheme} inspected={globals["inspector"] === "on"} />,
  play: (context) => run(personAt(context)),
});
