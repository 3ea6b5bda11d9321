import { challengeData, emailFactor, failure, fixtures } from "@guard/machine/testing";
import type { GuardError } from "@guard/contract";
import type { BindState } from "@guard/machine";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { toldTheTime } from "../../testing/code-checks.ts";
import { offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Bind email", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.bind } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const address = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("textbox");
const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("bind.submit") });

const failed = (error: GuardError, typedTarget: string): BindState => ({
  ...fixtures.bind,
  challenge: challengeData(emailFactor({ bound: false, delivery: { is: "unsent" }, typedTarget, failure: failure(error) }), { need: "bind" }),
});

/** Nothing is bound: an address is asked for, and nothing is sent yet. */
export const Default: Story = {
  play: plays(async (screen) => {
    await screen.step("managers take it for a contact's address and not for the sign-in name (B21)", async () => {
      await expect(address(screen)).toHaveAttribute("name", "new-email");
      await expect(address(screen)).toHaveAttribute("autocomplete", "email");
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Submitted with nothing in it. */
export const Empty: Story = {
  play: plays(async (screen) => screen.step("the field says what is missing, and nobody is asked", async () => {
    await screen.user.click(go(screen));
    await expect(address(screen)).toHaveAccessibleDescription(screen.say("bind.required"));
    await expect(address(screen)).toHaveFocus();
    await expect(screen.guard.sent).toEqual([]);
  })),
};

export const Filled: Story = {
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await step("Continue hands the address over without the spaces around it", async () => {
      await user.type(address(screen), " new-user@example.com ");
      await user.click(go(screen));
      await expect(guard.sent).toEqual([{ type: "TARGET.SUBMIT", target: "new-user@example.com" }]);
    });
  }),
};

export const Submitting: Story = {
  args: { state: fixtures["bind.checking"] },
  play: plays(async (screen) => {
    await screen.step("the form is busy and the address stays to be read", async () => {
      await expect(go(screen)).toHaveAttribute("aria-disabled", "true");
      await expect(address(screen)).toHaveValue("new-user@example.com");
      await expect(address(screen)).toHaveAttribute("readonly");
    });
  }),
};

/** A slip is caught in place. */
export const FieldError: Story = {
  play: plays(async (screen) => {
    const { guard, say, step, user } = screen;
    await step("no @: the field says so, keeps the focus, and nobody is asked", async () => {
      await user.type(address(screen), "new-user.example.com{Enter}");
      await expect(address(screen)).toHaveAccessibleDescription(say("bind.invalid"));
      await expect(address(screen)).toHaveFocus();
      await expect(guard.sent).toEqual([]);
    });
  }),
};

/** The server is the judge of addresses. */
export const ServerError: Story = {
  args: { state: failed({ code: "target_invalid" }, "new-user@exampel..com") },
  play: plays(async (screen) => {
    const { canvas, say, show, state, step, user } = screen;
    await show(fixtures.bind);
    await user.clear(address(screen));
    await user.type(address(screen), "new-user@exampel..com");
    await user.click(go(screen));
    await show(fixtures["bind.checking"]);
    await show(state);
    await step("its verdict stands at the field, with the address as typed, and is spoken once", async () => {
      await expect(address(screen)).toHaveValue("new-user@exampel..com");
      await expect(address(screen)).toHaveAccessibleDescription(say("error.target_invalid"));
      await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.target_invalid"));
    });
    await step("the focus comes back to it, to correct it at once", () => waitFor(() => expect(address(screen)).toHaveFocus()));
    await step("the verdict is about this address: another keystroke takes it back, and undoing that brings it again", async () => {
      await user.type(address(screen), "x");
      await expect(address(screen)).toHaveAttribute("aria-invalid", "false");
      await user.type(address(screen), "{Backspace}");
      await expect(address(screen)).toHaveAttribute("aria-invalid", "true");
    });
  }),
};

export const Offline: Story = {
  args: { state: failed(offline, "new-user@example.com") },
  play: plays(async (screen) => {
    await screen.step("it stands above the form, for the address is not to blame", async () => {
      await expect(screen.canvas.getByRole("alert")).toHaveTextContent(screen.say("error.network"));
      await expect(address(screen)).not.toBeInvalid();
      await expect(address(screen)).toHaveValue("new-user@example.com");
    });
  }),
};

export const RateLimited: Story = {
  args: { state: failed(rateLimited, "new-user@example.com") },
  play: plays((screen) => toldTheTime(screen)),
};

/** Words 40 % longer than English. */
export const LongText: Story = {
  args: { messages: stretched, state: failed({ code: "target_unavailable" }, "maximiliane.musterfrau-von-der-hohenlinde@subdomain.example.com") },
  play: plays(async (screen) => {
    await screen.step("the field says so", () => expect(address(screen)).toBeInvalid());
  }),
};
