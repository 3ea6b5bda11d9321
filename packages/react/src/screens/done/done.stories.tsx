import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Success", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.done } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** It names who is signed in; the page goes on from here. */
export const Default: Story = {
  play: plays(async ({ canvas, say, step }) => {
    await step("it names who is signed in, and asks for nothing more", async () => {
      await expect(canvas.getByText(say("done.description", { name: "email-user" }))).toBeVisible();
      await expect(canvas.queryAllByRole("button")).toEqual([]);
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretched }, play: plays(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
