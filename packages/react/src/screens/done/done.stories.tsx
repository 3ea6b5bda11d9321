import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";

const meta = { title: "Views/Success", component: StoryGuard, args: { state: fixtures.done } } satisfies Meta<typeof StoryGuard>;
export default meta;

export const Default: StoryObj<typeof meta> = {
  play: plays(async ({ canvas, say, step }) => {
    await step("it names who is signed in, and asks for nothing more", async () => {
      await expect(canvas.getByText(say("done.description", { name: "email-user" }))).toBeVisible();
      await expect(canvas.queryAllByRole("button")).toEqual([]);
    });
  }),
};
