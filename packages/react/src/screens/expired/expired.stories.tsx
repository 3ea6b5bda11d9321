import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";

const meta = { title: "Views/Expired", component: StoryGuard, args: { state: fixtures.expired } } satisfies Meta<typeof StoryGuard>;
export default meta;

export const Default: StoryObj<typeof meta> = {
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("it says why and leads back to the password (R12)", async () => {
      await expect(canvas.getByText(say("expired.why"))).toBeVisible();
      await user.click(canvas.getByRole("button", { name: say("expired.retry") }));
      await expect(guard.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};
