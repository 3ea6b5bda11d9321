import { failure, fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertOf, code, oneField, resend } from "../../testing/code-screen.ts";
import { shortCode } from "../../testing/code-checks.ts";
import { deadCode } from "../../testing/code-states.ts";
import { offline } from "../../testing/failing.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Sign in by code", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures["codeSignIn.request"] } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const field = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("textbox");
const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("codeSignIn.send") });

/** An e-mail or a phone, never a user name (R2a). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step } = screen;
    await step("nothing was sent by itself", () => expect(guard.sent).toEqual([]));
    await step("the password is one press away", () => expect(canvas.getByRole("button", { name: say("codeSignIn.password") })).toBeVisible());
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

export const Empty: Story = {
  play: plays(async (screen) => screen.step("told in place, and nobody is asked", async () => {
    await screen.user.click(go(screen));
    await expect(field(screen)).toBeInvalid();
    await expect(field(screen)).toHaveFocus();
    await expect(screen.guard.sent).toEqual([]);
  })),
};

/** The address that was typed on the way here is not typed again (A12). */
export const Filled: Story = {
  args: { state: { ...fixtures["codeSignIn.request"], identifier: "email-user@example.com" } },
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await step("it is filled in", () => expect(field(screen)).toHaveValue("email-user@example.com"));
    await step("it goes off without the spaces around it", async () => {
      await user.type(field(screen), "  ");
      await user.click(go(screen));
      await expect(guard.sent).toEqual([{ type: "IDENTIFIER.SUBMIT", identifier: "email-user@example.com" }]);
    });
  }),
};

export const Submitting: Story = {
  args: { state: fixtures["codeSignIn.requesting"] },
  play: plays(async (screen) => screen.step("the address stays to be read", () => expect(field(screen)).toHaveAttribute("readonly"))),
};

export const RateLimited: Story = {
  args: { state: variants.codeRequestFailed },
  play: plays(async (screen) => screen.step("it names the limit, and the address is kept", async () => {
    await expect(alertOf(screen)).toHaveTextContent(screen.say("error.recipient_limit"));
    await expect(field(screen)).toHaveValue("email-user@example.com");
  })),
};

export const Offline: Story = {
  args: { state: { ...fixtures["codeSignIn.request"], identifier: "email-user@example.com", failure: failure(offline) } },
  play: plays(async (screen) => screen.step("it says so", () => expect(alertOf(screen)).toHaveTextContent(screen.say("error.network")))),
};

/** Whether the account exists is not told: a code "was sent" to the mask of what was typed. */
export const CodeSent: Story = {
  args: { state: fixtures["codeSignIn.verify"] },
  play: plays(async (screen) => {
    await oneField(screen);
    await screen.step("resend waits", () => expect(resend(screen)).toHaveAttribute("aria-disabled", "true"));
    await screen.step("the address can be another one", () => expect(screen.canvas.getByRole("button", { name: screen.say("verify.changeTarget") })).toBeVisible());
  }),
};

/** Four of six digits. */
export const FieldError: Story = {
  args: { state: fixtures["codeSignIn.verify"] },
  play: plays((screen) => shortCode(screen, screen.guard.sent)),
};

export const ServerError: Story = {
  args: { state: variants.codeWrong },
  play: plays(async (screen) => screen.step("the reason stands at the field", () => expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidTries", { count: 4 }))))),
};

/** The code is older than its ten minutes. */
export const Expired: Story = {
  args: { state: { ...fixtures["codeSignIn.verify"], delivery: deadCode } },
  play: plays(async (screen) => screen.step("another one is the way on (D11)", () => expect(resend(screen)).toHaveAttribute("data-slot", "submit"))),
};

/** The code is judged. */
export const CodeVerifying: Story = {
  args: { state: fixtures["codeSignIn.verifying"] },
  play: plays(async (screen) => screen.step("it is judged", () => expect(code(screen)).toHaveAttribute("readonly"))),
};

/** Another code is on its way. */
export const CodeResending: Story = {
  args: { state: variants.codeResending },
  play: plays((screen) => oneField(screen)),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(field(screen)).toBeVisible()) };
