import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Closed", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.closed } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Only an administrator opens this account again: no time is promised. */
export const Default: Story = {
  play: plays(async ({ canvas, root, say, step }) => {
    await step("it promises no time, for only an administrator reopens it (R11b)", async () => {
      await expect(root.querySelector("time")).toBeNull();
      await expect(canvas.queryByRole("button", { name: say("locked.retry") })).toBeNull();
    });
    await step("who helps and the way out are there", async () => {
      await expect(canvas.getByRole("link", { name: say("help.contact") })).toBeVisible();
      await expect(canvas.getByRole("button", { name: say("back.signIn") })).toBeVisible();
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** The recovery code opens the account again, where the server offers that. */
export const WithRecoveryCode: Story = {
  args: { state: variants.closedWithRecovery },
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("it is the way on (R11b)", async () => {
      await user.click(canvas.getByRole("button", { name: say("recovery.open") }));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.OPEN" }]);
    });
  }),
};

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretched }, play: plays(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
