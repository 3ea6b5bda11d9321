import type { StateName } from "@guard/machine";
import type { Chart } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import flow from "../../../docs/flow.json";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { EdgeTable } from "./edge-table.tsx";
import { StateChart as Drawn } from "./state-chart.tsx";
import { storyOfState } from "./story-of-state.ts";

const meta = { title: "Flow/State chart", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

const chart = flow as Chart<StateName>;
const stories = storyOfState(import.meta.glob("../../../packages/react/src/screens/*/*.stories.tsx", { eager: true }));

export const StateChart: StoryObj = {
  name: "State chart",
  render: () => (
    <BookPage title="State chart" lead="The login as the machine walks it. A test compares this drawing with the code, so it can’t be out of date.">
      <p>Each state leads to its story. Drawn are the ways forward; point at a state to see its ways back and across, too.</p>
      <Drawn chart={chart} stories={stories} />
      <h2>In words</h2>
      <EdgeTable chart={chart} stories={stories} />
    </BookPage>
  ),
};
