import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertOf } from "../../testing/code-screen.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Recovery code", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.recoveryCode } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("recoveryCode.continue") });

/** Shown once. "I saved it" is asked for by a message, not by a dead button (R14). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, root, say, step } = screen;
    await step("in groups of five, and no translator touches it", async () => {
      await expect(partOf(root, "recovery-code")).toHaveTextContent("7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE");
      await expect(partOf(root, "recovery-code")).toHaveAttribute("translate", "no");
    });
    await step("there is no way back and no way round", () => expect(canvas.queryByRole("button", { name: say("back.password") })).toBeNull());
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Without the tick. */
export const Empty: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await step("Continue says what is missing and goes nowhere", async () => {
      await user.click(go(screen));
      await expect(canvas.getByRole("checkbox")).toBeInvalid();
      await expect(canvas.getByRole("checkbox")).toHaveAccessibleDescription(say("recoveryCode.notSaved"));
      await expect(alertOf(screen)).toHaveTextContent(say("recoveryCode.notSaved"));
      await expect(guard.sent).toEqual([]);
    });
  }),
};

export const Filled: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await step("with the tick the login is done", async () => {
      await user.click(canvas.getByRole("checkbox", { name: say("recoveryCode.saved") }));
      await user.click(go(screen));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.ACKNOWLEDGE" }]);
    });
  }),
};

export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: plays(async ({ root, step }) => step("the code reads from the left", () => expect(getComputedStyle(partOf(root, "recovery-code")).direction).toBe("ltr"))),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(go(screen)).toBeVisible()) };
