import { failure, fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Resume", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.resuming } } satisfies Meta<typeof StoryGuard>;
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

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** No connection: the login is not lost. */
export const Offline: Story = {
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

export const ServerError: Story = {
  args: { state: { ...fixtures["resuming.failed"], failure: failure({ code: "unavailable" }) } },
  play: plays(async ({ canvas, say, step }) => step("the service is busy, and the login is not lost", async () => {
    await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.unavailable"));
    await expect(canvas.getByRole("button", { name: say("resume.retry") })).toBeVisible();
  })),
};

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretched, state: fixtures["resuming.failed"] }, play: plays(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
