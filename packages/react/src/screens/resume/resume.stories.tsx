import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";

const meta = { title: "Views/Resume", component: StoryGuard, args: { state: fixtures.resuming } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** After a reload in the middle, while the server is asked. */
export const Default: Story = {
  play: plays(async ({ canvas, root, say, step }) => {
    await step("a placeholder shows once the wait is worth one", async () => {
      await waitFor(() => expect(root.querySelector("[data-slot=skeleton]")).toBeVisible());
    });
    await step("nobody has to wait for it", () => expect(canvas.getByRole("button", { name: say("back.signIn") })).toBeVisible());
  }),
};

/** No connection: the login is not lost. */
export const Failed: Story = {
  args: { state: fixtures["resuming.failed"] },
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("it says why, and trying again asks again", async () => {
      await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.network"));
      await user.click(canvas.getByRole("button", { name: say("resume.retry") }));
      await expect(guard.sent).toEqual([{ type: "RETRY" }]);
    });
    await step("starting over is possible too", () => expect(canvas.getByRole("button", { name: say("back.signIn") })).toBeVisible());
  }),
};
