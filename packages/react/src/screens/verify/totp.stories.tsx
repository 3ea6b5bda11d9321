import { variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { busyCode, emptyCode, filledCode, shortCode, toldTheTime, unjudged } from "../../testing/code-checks.ts";
import { code, oneField } from "../../testing/code-screen.ts";
import { failing, offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Verify/Authenticator", tags: ["autodocs"], component: StoryGuard, args: { state: variants.totp } } satisfies Meta<typeof StoryGuard>;
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

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

export const Empty: Story = { play: plays((screen) => emptyCode(screen, screen.guard.sent)) };
export const Filled: Story = { args: { autoSubmit: false }, play: plays((screen) => filledCode(screen, screen.guard.sent)) };
export const FieldError: Story = { play: plays((screen) => shortCode(screen, screen.guard.sent)) };
export const Submitting: Story = { args: { state: { ...variants.totp, at: "challenge.verifying", task: "t1", key: "t1" } }, play: plays((screen) => busyCode(screen)) };

export const ServerError: Story = {
  args: { state: variants.totpWrong },
  play: plays(async (screen) => screen.step("the reason stands at the field", () => expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidLeft", { count: 4 }))))),
};

export const RateLimited: Story = { args: { state: failing(variants.totp, rateLimited) }, play: plays((screen) => toldTheTime(screen)) };
export const Offline: Story = { args: { state: failing(variants.totp, offline) }, play: plays((screen) => unjudged(screen, screen.say("error.network"))) };

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

/** Words 40 % longer than English, and the longest answer there is. */
export const LongText: Story = { args: { messages: stretched, state: failing(variants.totp, { code: "code_invalid", attemptsLeft: 1 }) }, play: plays((screen) => oneField(screen)) };
