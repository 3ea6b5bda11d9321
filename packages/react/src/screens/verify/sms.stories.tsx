import type { ChallengeState, FactorState } from "@guard/machine";
import { delivered, failure, T0, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { formatTime } from "../../i18n/format.ts";
import { busyCode, emptyCode, filledCode, shortCode, unjudged } from "../../testing/code-checks.ts";
import { alertOf, code, oneField, resend, spoken } from "../../testing/code-screen.ts";
import { deadCode } from "../../testing/code-states.ts";
import { failing, offline, withFactor } from "../../testing/failing.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Verify/SMS", tags: ["autodocs"], component: StoryGuard, args: { state: variants.sms } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const sentTo = "+86 •••••••• 88";
const withPhone = (change: Partial<FactorState>): ChallengeState => withFactor(variants.sms, change);
const binding = (delivery: FactorState["delivery"]): ChallengeState => withPhone({ bound: false, target: sentTo, typedTarget: "+8613800138088", delivery });

/** The code went out by itself (R7). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, root, say, step } = screen;
    await oneField(screen);
    await step("the heading speaks of a phone", () => expect(canvas.getByRole("heading")).toHaveTextContent(say("verify.titleSms")));
    await step("the number is masked and reads from the left", async () => {
      await expect(partOf(root, "target")).toHaveAttribute("dir", "ltr");
      await expect(partOf(root, "target")).toHaveTextContent("•");
      await expect(spoken(screen)).not.toHaveTextContent("•");
    });
    await step("resend waits", () => expect(resend(screen)).toHaveAttribute("aria-disabled", "true"));
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

export const Empty: Story = { play: plays((screen) => emptyCode(screen, screen.guard.sent)) };
export const Filled: Story = { args: { autoSubmit: false }, play: plays((screen) => filledCode(screen, screen.guard.sent)) };
export const FieldError: Story = { play: plays((screen) => shortCode(screen, screen.guard.sent)) };

/** The code is on its way. */
export const Sending: Story = { args: { state: withPhone({ delivery: { is: "sending", task: "t1" } }) }, play: plays((screen) => oneField(screen)) };

export const Submitting: Story = {
  args: { state: { ...variants.sms, at: "challenge.verifying", task: "t1", key: "t1" } },
  play: plays((screen) => busyCode(screen)),
};

export const ServerError: Story = {
  args: { state: withPhone({ failure: failure({ code: "code_invalid", attemptsLeft: 3 }) }) },
  play: plays(async (screen) => {
    await screen.step("the field says how many tries are left", () =>
      expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidLeft", { count: 3 }))));
  }),
};

export const Expired: Story = {
  args: { state: withPhone({ delivery: { ...deadCode, sentTo } }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("another code is the primary way on (D11)", () => expect(resend(screen)).toHaveAttribute("data-slot", "submit"));
  }),
};

/** The automatic send was refused: nothing went out, and it says when another try is worth it (E6). */
export const RateLimited: Story = {
  args: { state: withPhone({ delivery: { is: "unsent" }, failure: failure({ code: "ip_code_limit", retryAt: T0 + 40 * 60_000 }) }) },
  play: plays(async (screen) => {
    await screen.step("it names the limit and the time", async () => {
      await expect(alertOf(screen)).toHaveTextContent(screen.say("error.ip_code_limit"));
      await expect(alertOf(screen)).toHaveTextContent(formatTime(T0 + 40 * 60_000, screen.root.lang));
    });
  }),
};

export const Offline: Story = { args: { state: failing(variants.sms, offline) }, play: plays((screen) => unjudged(screen, screen.say("error.network"))) };

/** While a number is being bound the first code goes out by hand (R8). */
export const BindingUnsent: Story = {
  args: { state: binding({ is: "unsent" }) },
  play: plays(async ({ canvas, say, step }) => {
    await step("no field, and another number is one press away", async () => {
      await expect(canvas.queryByRole("textbox")).toBeNull();
      await expect(canvas.getByRole("button", { name: say("verify.send") })).toBeVisible();
      await expect(canvas.getByRole("button", { name: say("verify.changeNumber") })).toBeVisible();
    });
  }),
};

/** A number is added: its code is out, and the number can still be changed. */
export const BindingSent: Story = {
  args: { state: binding({ is: "sent", ...delivered, sentTo }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("the number can still be changed", () => expect(screen.canvas.getByRole("button", { name: screen.say("verify.changeNumber") })).toBeVisible());
  }),
};

export const RightToLeft: Story = { args: { dir: "rtl" }, play: plays((screen) => oneField(screen)) };

/** Words 40 % longer than English, and the longest answer there is. */
export const LongText: Story = {
  args: { messages: stretched, state: withPhone({ failure: failure({ code: "code_invalid", attemptsLeft: 1 }) }) },
  play: plays((screen) => oneField(screen)),
};
