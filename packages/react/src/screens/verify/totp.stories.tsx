import { variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { code, oneField } from "../../testing/code-screen.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";

const meta = { title: "Views/Verify/Authenticator", component: StoryGuard, args: { state: variants.totp } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Nothing is sent, so nothing is resent and nothing expires. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await oneField(screen);
    await step("no resend, no countdown", async () => {
      await expect(canvas.queryByRole("button", { name: say("verify.resend") })).toBeNull();
      await expect(canvas.queryByRole("timer")).toBeNull();
    });
    await step("who lost the app takes the recovery code", async () => {
      await user.click(canvas.getByRole("button", { name: say("recovery.open") }));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.OPEN" }]);
    });
  }),
};

export const WrongCode: Story = {
  args: { state: variants.totpWrong },
  play: plays(async (screen) => screen.step("the reason stands at the field", () => expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidLeft", { count: 4 }))))),
};

/** Another factor may be bound after this one is proven (R8). */
export const Prove: Story = {
  args: { state: variants.prove },
  play: plays(async ({ canvas, say, step }) => step("it says what comes after", () => expect(canvas.getByText(say("verify.prove"))).toBeVisible())),
};

/** The box stands before the field, whose sixth digit sends both (R24). */
export const TrustDevice: Story = {
  args: { state: variants.trustable },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    const box = canvas.getByRole("checkbox", { name: say("verify.trust", { count: 30 }) });
    await step("never ticked beforehand", () => expect(box).not.toBeChecked());
    await step("ticked and sent together", async () => {
      await user.click(box);
      await user.type(code(screen), "123456");
      await expect(guard.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456", trustDevice: true }]);
    });
  }),
};
