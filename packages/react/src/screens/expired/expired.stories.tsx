import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Expired", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.expired } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The login took too long: back to the password (R12). */
export const Default: Story = {
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("it says why and leads back to the password (R12)", async () => {
      await expect(canvas.getByText(say("expired.why"))).toBeVisible();
      await user.click(canvas.getByRole("button", { name: say("expired.retry") }));
      await expect(guard.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};

/** A code to sign in with takes no more tries: the way on is a new code, not the password. */
export const CodeOver: Story = {
  args: { state: variants.codeOver },
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("it says that the code is over, and asks for a new one", async () => {
      await expect(canvas.getByRole("heading", { name: say("expired.codeTitle") })).toBeVisible();
      await user.click(canvas.getByRole("button", { name: say("screen.retry") }));
      await expect(guard.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretched }, play: plays(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
