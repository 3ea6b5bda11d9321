import type { StoryObj } from "@storybook/react-vite";
import { pageMeta } from "../book/page-meta.tsx";
import type { Worn } from "../book/worn.ts";
import { flowLoader, FlowStage, personAt, type FlowLoaded } from "./flow-stage.tsx";

/** A login that plays itself when it is opened; the Interactions panel tells each step. */
export const flowMeta = { ...pageMeta, loaders: [flowLoader] };

type Story = StoryObj<Worn>;

/** One played login. */
export const plays = (name: string, run: (person: ReturnType<typeof personAt>) => Promise<void>): Story => ({
  name,
  render: ({ colorScheme }, { loaded }) => <FlowStage {...(loaded as FlowLoaded)} colorScheme={colorScheme} />,
  play: (context) => run(personAt(context)),
});
