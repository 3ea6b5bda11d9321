import { failure, fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertOf, code, oneField, resend } from "../../testing/code-screen.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Sign in by code", component: StoryGuard, args: { state: fixtures["codeSignIn.request"] } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const field = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("textbox");
const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("codeSignIn.send") });

/** An e-mail or a phone, never a user name (R2a). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await step("an empty field is told in place", async () => {
      await user.click(go(screen));
      await expect(field(screen)).toBeInvalid();
      await expect(guard.sent).toEqual([]);
    });
    await step("the address goes off", async () => {
      await user.type(field(screen), " email-user@example.com ");
      await user.click(go(screen));
      await expect(guard.sent).toEqual([{ type: "IDENTIFIER.SUBMIT", identifier: "email-user@example.com" }]);
    });
    await step("the password is one press away", () => expect(canvas.getByRole("button", { name: say("codeSignIn.password") })).toBeVisible());
  }),
};

export const Requesting: Story = {
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
  args: { state: { ...fixtures["codeSignIn.request"], identifier: "email-user@example.com", failure: failure({ code: "network" }) } },
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

export const CodeWrong: Story = {
  args: { state: variants.codeWrong },
  play: plays(async (screen) => screen.step("the reason stands at the field", () => expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidTries", { count: 4 }))))),
};

export const CodeVerifying: Story = {
  args: { state: fixtures["codeSignIn.verifying"] },
  play: plays(async (screen) => screen.step("it is judged", () => expect(code(screen)).toHaveAttribute("readonly"))),
};

export const CodeResending: Story = {
  args: { state: variants.codeResending },
  play: plays((screen) => oneField(screen)),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(field(screen)).toBeVisible()) };
