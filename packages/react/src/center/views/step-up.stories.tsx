import type { FactorState } from "@guard/machine";
import type { CenterState } from "@guard/machine/center";
import { centerFixtures, centerVariants, failure } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { playsCenter, type CenterScreen } from "../../testing/center-play.ts";
import { busyCode, emptyCode, filledCode, shortCode, toldTheTime, unjudged } from "../../testing/code-checks.ts";
import { deadCode } from "../../testing/code-states.ts";
import { offline, rateLimited } from "../../testing/failing.ts";
import { StoryCenter } from "../../testing/story-center.tsx";
import { centerPlayground } from "../../testing/story-playground.ts";
import { stretchedCenter } from "../../testing/stretched.ts";

const meta = { title: "Center/Step-up", tags: ["autodocs"], component: StoryCenter, args: { state: centerFixtures.stepUp } } satisfies Meta<typeof StoryCenter>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The open method in another situation. */
const proving = (change: Partial<FactorState>): CenterState => {
  const { stepUp } = centerFixtures;
  return { ...stepUp, proof: { ...stepUp.proof, factors: stepUp.proof.factors.map((each) => (each.factor === stepUp.proof.active ? { ...each, ...change } : each)) } };
};
const code = ({ canvas, say }: CenterScreen): HTMLElement => canvas.getByRole("textbox", { name: say("verify.code") });
const alertOf = ({ canvas }: CenterScreen): HTMLElement => canvas.getByRole("alert");

/** A fresh proof before a change: why, and by which of the bound methods (R18). */
export const Default: Story = {
  play: playsCenter(async (screen) => {
    const { canvas, center, say, step, user } = screen;
    await step("it says what comes after it", () => expect(canvas.getByText(say("stepUp.unbind"))).toBeVisible());
    await step("every bound method is there, and choosing one is told", async () => {
      await user.click(canvas.getByRole("tab", { name: say("tab.totp") }));
      await expect(center.sent).toEqual([{ type: "FACTOR.CHOOSE", factor: "totp" }]);
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...centerPlayground, tags: ["alive", "!test"] };

export const Empty: Story = { play: playsCenter((screen) => emptyCode(screen, screen.center.sent)) };
export const Filled: Story = { args: { autoSubmit: false }, play: playsCenter((screen) => filledCode(screen, screen.center.sent)) };
export const FieldError: Story = { play: playsCenter((screen) => shortCode(screen, screen.center.sent)) };

/** The code is on its way. */
export const Sending: Story = { args: { state: centerVariants.stepUpSending }, play: playsCenter(async (screen) => expect(code(screen)).toBeVisible()) };

/** Nothing is sent: the app shows the code. */
export const Authenticator: Story = { args: { state: centerVariants.stepUpTotp }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("verify.openApp"))).toBeVisible()) };

/** No choice, so no tabs. */
export const OneMethod: Story = { args: { state: centerVariants.stepUpOne }, play: playsCenter(async ({ canvas }) => expect(canvas.queryByRole("tablist")).toBeNull()) };

/** A picture instead of a code. */
export const Face: Story = { args: { state: centerVariants.stepUpFace }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("button", { name: say("face.start") })).toBeVisible()) };

/** With `factorPicker="list"`. */
export const List: Story = { args: { factorPicker: "list" }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("button", { name: say("method.other") })).toBeVisible()) };

/** Counted with all wrong codes of the account (R11). */
export const ServerError: Story = {
  args: { state: centerVariants.stepUpWrong },
  play: playsCenter(async (screen) => {
    await screen.step("the field is empty and says how many are left", async () => {
      await expect(code(screen)).toHaveValue("");
      await expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("error.code_invalidLeft", { count: 5 })));
      await expect(alertOf(screen)).toHaveTextContent(screen.say("error.code_invalidLeft", { count: 5 }));
    });
  }),
};

export const Submitting: Story = {
  args: { state: centerFixtures["stepUp.verifying"] },
  play: playsCenter(async (screen) => {
    const { center, show, state, step, user } = screen;
    await show(centerFixtures.stepUp);
    await step("the code goes off at its sixth digit", async () => {
      await user.type(code(screen), "123456");
      await expect(center.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]);
    });
    await show(state);
    await busyCode(screen);
  }),
};

/** The code is older than its ten minutes. */
export const Expired: Story = {
  args: { state: proving({ delivery: deadCode }) },
  play: playsCenter(async ({ canvas, say, step }) => step("another one is the way on (D11)", () => expect(canvas.getByRole("button", { name: say("verify.resend") })).toHaveAttribute("data-slot", "submit"))),
};

export const RateLimited: Story = { args: { state: proving({ failure: failure(rateLimited) }) }, play: playsCenter((screen) => toldTheTime(screen)) };
export const Offline: Story = { args: { state: proving({ failure: failure(offline) }) }, play: playsCenter((screen) => unjudged(screen, screen.say("error.network"))) };

/** Where nothing is bound. */
export const Password: Story = {
  args: { state: centerFixtures["stepUp.password"] },
  play: playsCenter(async ({ canvas, center, say, step, user }) => {
    await step("an empty one stays here and says so", async () => {
      await user.click(canvas.getByRole("button", { name: say("stepUp.submit") }));
      await expect(canvas.getByLabelText(say("password.password"))).toBeInvalid();
      await expect(center.sent).toEqual([]);
    });
    await step("a password goes off", async () => {
      await user.type(canvas.getByLabelText(say("password.password")), "a secret{Enter}");
      await expect(center.sent).toEqual([{ type: "PASSWORD.SUBMIT", password: "a secret" }]);
    });
  }),
};

/** The password is judged. */
export const PasswordChecking: Story = { args: { state: centerFixtures["stepUp.checking"] }, play: playsCenter(async ({ root }) => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true")) };

/** Told in the field, which is empty and focused. */
export const PasswordWrong: Story = {
  args: { state: centerVariants.passwordWrong },
  play: playsCenter(async (screen) => {
    await screen.step("it is told in the field, which is empty and focused", async () => {
      const field = screen.canvas.getByLabelText(screen.say("password.password"));
      await waitFor(() => expect(field).toHaveFocus());
      await expect(field).toHaveValue("");
      await expect(alertOf(screen)).toHaveTextContent(screen.say("stepUp.passwordWrong"));
    });
  }),
};

export const RightToLeft: Story = { args: { dir: "rtl" }, play: playsCenter(async (screen) => expect(getComputedStyle(code(screen)).direction).toBe("ltr")) };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretchedCenter }, play: playsCenter(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
