import { failure, fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { busyCode, emptyCode, filledCode, shortCode, toldTheTime } from "../../testing/code-checks.ts";
import { alertOf, code } from "../../testing/code-screen.ts";
import { rateLimited } from "../../testing/failing.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Enrol authenticator", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.enrol } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The key as a picture and as text, then the app's first code (R14). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, root, say, state, step } = screen;
    await step("the picture has a name, and the white that cameras need in every theme", async () => {
      const qr = canvas.getByRole("img", { name: say("enrol.qr") });
      await expect(getComputedStyle(qr).backgroundColor).toBe("rgb(255, 255, 255)");
      await expect(qr.getBoundingClientRect().width).toBeGreaterThanOrEqual(160);
    });
    await step("the key stands there in groups of four, and no translator touches it", async () => {
      const secret = partOf(root, "secret");
      await expect(secret.textContent.replaceAll(" ", "")).toBe(state.at === "enrol" ? state.enrolment.secret : "");
      await expect(secret.textContent).toMatch(/^(\w{4} )+\w{1,4}$/);
      await expect(secret).toHaveAttribute("translate", "no");
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

export const Empty: Story = { play: plays((screen) => emptyCode(screen, screen.guard.sent)) };
export const Filled: Story = { args: { autoSubmit: false }, play: plays((screen) => filledCode(screen, screen.guard.sent)) };
export const FieldError: Story = { play: plays((screen) => shortCode(screen, screen.guard.sent)) };

/** The key is on its way: a place is held for it. */
export const Loading: Story = { args: { state: fixtures["enrol.loading"] }, play: plays(async ({ root, step }) => step("a place is held for it", () => expect(partOf(root, "skeleton")).toBeVisible())) };

export const Offline: Story = {
  args: { state: fixtures["enrol.failed"] },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await step("it says why, and another one can be asked for", async () => {
      await expect(alertOf(screen)).toHaveTextContent(say("error.network"));
      await user.click(canvas.getByRole("button", { name: say("enrol.retry") }));
      await expect(guard.sent).toEqual([{ type: "TOTP.RETRY" }]);
    });
  }),
};

export const Submitting: Story = {
  args: { state: fixtures["enrol.confirming"] },
  play: plays(async (screen) => {
    const { guard, show, state, step, user } = screen;
    await show(fixtures.enrol);
    await step("the app's code goes off at its sixth digit, once", async () => {
      await user.type(code(screen), "123456");
      await expect(guard.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]);
    });
    await show(state);
    await busyCode(screen);
  }),
};

/** Not counted towards the lock; the key stays the same. */
export const ServerError: Story = {
  args: { state: variants.enrolWrong },
  play: plays(async (screen) => {
    await screen.step("the field is empty and says what to do", async () => {
      await expect(code(screen)).toHaveValue("");
      await expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(screen.say("enrol.wrong")));
      await expect(alertOf(screen)).toHaveTextContent(screen.say("enrol.wrong"));
    });
  }),
};

/** Its ten minutes are over. */
export const Expired: Story = {
  args: { state: variants.enrolOver },
  play: plays(async ({ canvas, guard, say, step, user }) => {
    await step("another key is the way on", async () => {
      await user.click(canvas.getByRole("button", { name: say("enrol.renew") }));
      await expect(guard.sent).toEqual([{ type: "TOTP.RETRY" }]);
    });
  }),
};

export const RateLimited: Story = { args: { state: { ...fixtures.enrol, failure: failure(rateLimited) } }, play: plays((screen) => toldTheTime(screen)) };

export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: plays(async ({ root, step }) => step("the key reads from the left", () => expect(getComputedStyle(partOf(root, "secret")).direction).toBe("ltr"))),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(code(screen)).toBeVisible()) };
