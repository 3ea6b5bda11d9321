import { centerFixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { playsCenter } from "../../testing/center-play.ts";
import { StoryCenter } from "../../testing/story-center.tsx";
import { centerPlayground } from "../../testing/story-playground.ts";
import { stretchedCenter } from "../../testing/stretched.ts";

const meta = { title: "Center/Ended", tags: ["autodocs"], component: StoryCenter, args: { state: centerFixtures.signedOut } } satisfies Meta<typeof StoryCenter>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The session is over; the host takes over. */
export const Default: Story = { play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("heading", { name: say("signedOut.title") })).toBeVisible()) };

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...centerPlayground, tags: ["alive", "!test"] };

/** Six wrong codes: codes wait, and the session lives. */
export const Locked: Story = {
  args: { state: centerFixtures.locked },
  play: playsCenter(async ({ canvas, center, say, step, user }) => {
    await step("the session lives: there is a way back to the list", async () => {
      await user.click(canvas.getByRole("button", { name: say("center.back") }));
      await expect(center.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};

/** Only an administrator opens this account again. */
export const Closed: Story = { args: { state: centerFixtures.closed }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("center.closedWhy"))).toBeVisible()) };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretchedCenter }, play: playsCenter(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
