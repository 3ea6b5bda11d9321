import { delivered, failure, fixtures, T0 } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { formatTime } from "../../i18n/format.ts";
import { emptyCode, filledCode } from "../../testing/code-checks.ts";
import { bindingState, codeState, deadCode, failedCode } from "../../testing/code-states.ts";
import { alertOf, code, oneField, refused, resend, sendsByHand, spoken, submits } from "../../testing/code-screen.ts";
import { offline } from "../../testing/failing.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Verify/Email", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.challenge } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The code went out by itself; another may be asked for in a minute. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { root, say, step } = screen;
    await oneField(screen);
    await step("resend keeps its name and its focus while it waits (D9)", async () => {
      await expect(resend(screen)).toHaveAttribute("aria-disabled", "true");
      await expect(resend(screen)).toHaveAccessibleDescription(say("verify.resendIn", { time: "1:00" }));
    });
    await step("the polite region says once where the code is and how long the wait is (D8)", async () => {
      await expect(spoken(screen)).not.toBeEmptyDOMElement();
      await expect(spoken(screen)).not.toHaveTextContent("•");
    });
    await step("nobody pressed Send, and nobody needs to (R7)", () => expect(partOf(root, "target")).toHaveTextContent("•••"));
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

export const Empty: Story = { play: plays((screen) => emptyCode(screen, screen.guard.sent)) };

/** With `autoSubmit` off the button alone judges. */
export const Filled: Story = { args: { autoSubmit: false }, play: plays((screen) => filledCode(screen, screen.guard.sent)) };

/** The code is being sent; who has an older one types it meanwhile. */
export const Sending: Story = {
  args: { state: codeState({ delivery: { is: "sending", task: "t1" } }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("resend waits for the answer", () => expect(resend(screen)).toHaveAttribute("aria-disabled", "true"));
  }),
};

/** Four of six digits; with `autoSubmit` off the button alone judges. */
export const FieldError: Story = {
  args: { autoSubmit: false },
  play: plays(async (screen) => {
    const { guard, root, step, user, canvas, say } = screen;
    await step("letters, spaces and dashes are left out", async () => {
      await user.type(code(screen), "12-a3 4");
      await expect(code(screen)).toHaveValue("1234");
      await expect(partOf(root, "code")).toHaveAttribute("data-length", "4");
    });
    await step("where digits are missing then, it is told that letters were left out (C7)", async () => {
      await user.click(canvas.getByRole("button", { name: say("verify.submit") }));
      await expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(say("verify.notDigits")));
    });
    await step("too few digits are told in place and sent to nobody", async () => {
      await user.click(canvas.getByRole("button", { name: say("verify.submit") }));
      await expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(say("verify.short", { count: 4 })));
      await expect(guard.sent).toEqual([]);
    });
  }),
};

/** The sixth digit submitted the code; the answer is on its way. */
export const Submitting: Story = {
  args: { state: fixtures["challenge.verifying"] },
  play: plays(async (screen) => {
    const { root, state, step } = screen;
    await step("the sixth digit submits, once", () => submits(screen, "123456"));
    await step("the code stays to be read while it is judged", async () => {
      await screen.show(state);
      await expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true");
      await expect(code(screen)).toHaveAttribute("readonly");
      await expect(code(screen)).toHaveValue("123456");
    });
  }),
};

/** A minute later. */
export const ResendReady: Story = {
  play: plays(async (screen) => {
    const { clock, guard, say, step, user } = screen;
    await step("the seconds pass in silence (D8)", async () => {
      const said = spoken(screen).textContent;
      clock.advance(18_000);
      await expect(await screen.canvas.findByText(say("verify.resendIn", { time: "0:42" }))).toBeVisible();
      await expect(spoken(screen)).toHaveTextContent(said);
    });
    await step("at the end it is said once, and the button is the same button", async () => {
      clock.advance(42_000);
      await expect(await screen.canvas.findByText(say("verify.readySpoken"))).toBe(spoken(screen));
      await expect(resend(screen)).toHaveAttribute("aria-disabled", "false");
    });
    await step("it asks for another code", async () => {
      await user.click(resend(screen));
      await expect(guard.sent).toEqual([{ type: "CODE.SEND" }]);
    });
  }),
};

/** Another code is on its way: a second press does nothing. */
export const Resending: Story = {
  args: { state: codeState({ delivery: { is: "resending", task: "t1", ...delivered, resendAt: T0 - 1 } }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("a second press would do nothing", () => expect(resend(screen)).toHaveAttribute("aria-disabled", "true"));
  }),
};

export const ServerError: Story = {
  args: { state: failedCode({ code: "code_invalid", attemptsLeft: 4 }) },
  play: plays((screen) => refused(screen, screen.say("error.code_invalidLeft", { count: 4 }))),
};

/** Two tries left: the lock is named before it falls (E4). */
export const LockWarning: Story = {
  args: { state: failedCode({ code: "code_invalid", attemptsLeft: 2 }) },
  play: plays((screen) => refused(screen, screen.say("error.code_invalidLast", { count: 2 }))),
};

/** Submitted after its ten minutes: expired, not wrong. */
export const Expired: Story = {
  args: { state: codeState({ delivery: deadCode, failure: failure({ code: "code_invalid", attemptsLeft: 5 }, true) }) },
  play: plays(async (screen) => {
    await refused(screen, screen.say("error.code_expired"));
    await screen.step("asking for a new one is the primary way on (D11)", () => expect(resend(screen)).toHaveAttribute("data-slot", "submit"));
  }),
};

/** Nothing went out, and sending can be tried again. */
export const DeliveryFailed: Story = {
  args: { state: codeState({ delivery: { is: "unsent" }, failure: failure({ code: "delivery_failed" }) }) },
  play: plays(async (screen) => {
    const { canvas, say, step } = screen;
    await oneField(screen);
    await step("it says that nothing went out, and sending can be tried again", async () => {
      await expect(alertOf(screen)).toHaveTextContent(say("error.delivery_failed"));
      await expect(canvas.getByRole("button", { name: say("verify.send") })).toHaveAttribute("aria-disabled", "false");
    });
  }),
};

/** Five codes in an hour went to this address; the one that is there still works. */
export const RateLimited: Story = {
  args: { state: failedCode({ code: "recipient_limit", retryAt: T0 + 34 * 60_000 }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("it names the limit and the time", () => expect(alertOf(screen)).toHaveTextContent(formatTime(T0 + 34 * 60_000, screen.root.lang)));
  }),
};

export const Offline: Story = {
  args: { state: failedCode(offline) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("the code was not judged, so the field is not wrong", async () => {
      await expect(alertOf(screen)).toHaveTextContent(screen.say("error.network"));
      await expect(code(screen)).not.toBeInvalid();
    });
  }),
};

/** An address is added: the person sends its code. */
export const BindingUnsent: Story = {
  args: { state: bindingState({ is: "unsent" }) },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await sendsByHand(screen, false);
    await step("the person sends the code", async () => {
      await user.click(canvas.getByRole("button", { name: say("verify.send") }));
      await expect(guard.sent).toEqual([{ type: "CODE.SEND" }]);
    });
  }),
};

/** The code to a new address is on its way. */
export const BindingSending: Story = {
  args: { state: bindingState({ is: "sending", task: "t1" }) },
  play: plays((screen) => sendsByHand(screen, true)),
};

/** The code is out, and the address can still be changed. */
export const BindingSent: Story = {
  args: { state: bindingState({ is: "sent", ...delivered, sentTo: "n•••@e•••.com" }) },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("the address can still be changed", () => expect(screen.canvas.getByRole("button", { name: screen.say("verify.changeTarget") })).toBeVisible());
  }),
};

/** Guard reads from the right on a page that reads from the left; digits and addresses keep their own direction (C12). */
export const RightToLeft: Story = {
  args: { dir: "rtl", state: codeState() },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("the code reads from the left", () => expect(getComputedStyle(code(screen)).direction).toBe("ltr"));
  }),
};

/** Words 40 % longer than English, and the longest answer there is. */
export const LongText: Story = {
  args: { messages: stretched, state: failedCode({ code: "code_invalid", attemptsLeft: 1 }) },
  play: plays((screen) => oneField(screen)),
};
