import { failure, fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertOf, code, oneField, resend } from "../../testing/code-screen.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";

const meta = { title: "Views/Verify/SMS", component: StoryGuard, args: { state: variants.sms } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const [phone] = variants.sms.challenge.factors;
const withPhone = (change: object) => ({ ...variants.sms, challenge: { ...variants.sms.challenge, factors: [{ ...phone, ...change }] } }) as typeof variants.sms;

/** The code went out by itself (R7). */
export const Sent: Story = {
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("the number is masked and reads from the left", async () => {
      await expect(partOf(screen.root, "target")).toHaveAttribute("dir", "ltr");
      await expect(partOf(screen.root, "target")).toHaveTextContent("•");
    });
    await screen.step("resend waits", () => expect(resend(screen)).toHaveAttribute("aria-disabled", "true"));
  }),
};

export const Sending: Story = { args: { state: withPhone({ delivery: { is: "sending", task: "t1" } }) }, play: plays((screen) => oneField(screen)) };

export const Limited: Story = {
  args: { state: withPhone({ delivery: { is: "unsent" }, failure: failure({ code: "recipient_limit" }) }) },
  play: plays(async (screen) => screen.step("it names the limit", () => expect(alertOf(screen)).toHaveTextContent(screen.say("error.recipient_limit")))),
};

/** While a number is being bound the first code goes out by hand (R8). */
export const BindingUnsent: Story = {
  args: { state: { ...variants.sms, identifier: "new-user", challenge: { ...variants.sms.challenge, need: "bind", factors: [{ ...phone, bound: false, target: "+86 •••••••• 88", delivery: { is: "unsent" } }] } } as typeof fixtures.challenge },
  play: plays(async ({ canvas, say, step }) => {
    await step("no field, and another number is one press away", async () => {
      await expect(canvas.queryByRole("textbox")).toBeNull();
      await expect(canvas.getByRole("button", { name: say("verify.changeNumber") })).toBeVisible();
    });
  }),
};

/** The phone reads the code out of the message (WebOTP, C9). */
export const ReadByThePhone: Story = {
  play: plays(async (screen) => {
    await screen.step("the field is one that a browser may fill", () => expect(code(screen)).toHaveAttribute("autocomplete", "one-time-code"));
  }),
};
