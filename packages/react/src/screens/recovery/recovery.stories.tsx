import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { toldTheTime } from "../../testing/code-checks.ts";
import { alertOf } from "../../testing/code-screen.ts";
import { failing, offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Recovery", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.recovery } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const field = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("textbox", { name: say("recovery.label") });
const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("recovery.submit") });

/** A manager keeps its own codes out of here (B10). */
export const Default: Story = {
  play: plays(async (screen) => {
    await screen.step("it is no place for a one-time code", async () => {
      await expect(field(screen)).toHaveAttribute("autocomplete", "off");
      await expect(field(screen)).toHaveAttribute("name", "recovery");
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Submitted with nothing in it. */
export const Empty: Story = {
  play: plays(async (screen) => screen.step("the field says what is missing, and nobody is asked", async () => {
    await screen.user.click(go(screen));
    await expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("recovery.empty")));
    await expect(field(screen)).toHaveFocus();
    await expect(screen.guard.sent).toEqual([]);
  })),
};

/** All of it, in any case, with spaces and dashes. */
export const Filled: Story = {
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await step("it stays as typed, and goes off folded", async () => {
      await user.type(field(screen), "7kq2m 9xpd4-t8wnb 3hrv6 cj5ye");
      await user.click(go(screen));
      await expect(field(screen)).toHaveValue("7kq2m 9xpd4-t8wnb 3hrv6 cj5ye");
      await expect(guard.sent).toEqual([{ type: "RECOVERY.SUBMIT", code: "7KQ2M9XPD4T8WNB3HRV6CJ5YE" }]);
    });
  }),
};

/** A slip is caught in place: nothing is sent and nothing is counted. */
export const FieldError: Story = {
  play: plays(async (screen) => {
    const { guard, say, step, user } = screen;
    await step("too short, and letters that no code has", async () => {
      await user.type(field(screen), "7KQ2M-9/");
      await user.click(go(screen));
      await expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(say("recovery.notACode")));
      await user.clear(field(screen));
      await user.type(field(screen), "7KQ2M-9");
      await user.click(go(screen));
      await expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(say("recovery.short", { count: 6 })));
      await expect(guard.sent).toEqual([]);
    });
    await step("the error goes at the next keystroke", async () => {
      await user.type(field(screen), "X");
      await expect(field(screen)).not.toBeInvalid();
      await user.click(go(screen));
    });
  }),
};

export const Submitting: Story = {
  args: { state: fixtures["recovery.verifying"] },
  play: plays(async (screen) => screen.step("it stays to be read while it is judged", () => expect(field(screen)).toHaveAttribute("readonly"))),
};

/** The code is kept, for a slip in it is cheaper to find than to type again. */
export const ServerError: Story = {
  args: { state: variants.recoveryWrong },
  play: plays(async (screen) => {
    const { say, state, step, user } = screen;
    await step("typed, judged, refused: it is still there, focused, with its reason", async () => {
      await screen.show(fixtures.recovery);
      await user.type(field(screen), "7KQ2M9XPD4T8WNB3HRV6CJ5YE");
      await screen.show(fixtures["recovery.verifying"]);
      await screen.show(state);
      await expect(field(screen)).toHaveFocus();
      await expect(field(screen)).toHaveValue("7KQ2M9XPD4T8WNB3HRV6CJ5YE");
      await expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(say("error.code_invalidLeft", { count: 3 })));
      await expect(alertOf(screen)).toHaveTextContent(say("error.code_invalidLeft", { count: 3 }));
    });
  }),
};

export const RateLimited: Story = { args: { state: failing(fixtures.recovery, rateLimited) }, play: plays((screen) => toldTheTime(screen)) };

export const Offline: Story = {
  args: { state: failing(fixtures.recovery, offline) },
  play: plays(async (screen) => screen.step("nobody judged the code", async () => {
    await expect(alertOf(screen)).toHaveTextContent(screen.say("error.network"));
    await expect(field(screen)).not.toBeInvalid();
  })),
};

/** The only way into a closed account (R11b): no other method is offered. */
export const ClosedAccount: Story = {
  args: { state: variants.recoveryFromClosed },
  play: plays(async ({ canvas, say, step }) => step("no other method", () => expect(canvas.queryByRole("button", { name: say("recovery.otherMethod") })).toBeNull())),
};

/** Its tries are of their own: the last ones warn of no lock (R11b). */
export const ClosedAccountWrong: Story = {
  args: { state: variants.recoveryClosedWrong },
  play: plays(async (screen) => screen.step("how many are left, and no lock", () => expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidTries", { count: 2 }))))),
};

/** A proof before another method is bound says so (R8). */
export const Proving: Story = {
  args: { state: variants.recoveryProve },
  play: plays(async ({ canvas, say, step }) => step("it says what comes after", () => expect(canvas.getByText(say("verify.prove"), { exact: false })).toBeVisible())),
};
/** The factor is one press away. */
export const OtherMethod: Story = {
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("the factor is one press away", async () => {
      await user.click(canvas.getByRole("button", { name: say("recovery.otherMethod") }));
      await expect(guard.sent).toEqual([{ type: "FACTOR.CHOOSE", factor: "totp" }]);
    });
  }),
};

export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: plays(async (screen) => screen.step("the code reads from the left", () => expect(getComputedStyle(field(screen)).direction).toBe("ltr"))),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(field(screen)).toBeVisible()) };
