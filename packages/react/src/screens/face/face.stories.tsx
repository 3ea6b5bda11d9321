import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { toldTheTime } from "../../testing/code-checks.ts";
import { alertOf } from "../../testing/code-screen.ts";
import { withCamera } from "../../testing/drawn-camera.ts";
import { failing, offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Face", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.face } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const start = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("face.start") });

/** What the picture is for stands first, and the camera is off until it is asked for. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, root, say, step } = screen;
    await step("no camera runs by itself", () => expect(root.querySelector("video")).toBeNull());
    await step("it is told what happens to the picture", () => expect(canvas.getByText(say("face.why"))).toBeVisible());
    await step("a photo is the other way", () => expect(canvas.getByRole("button", { name: say("face.file") })).toBeVisible());
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** The browser said no, or there is nothing to say yes to: the reason and the other ways stand there. */
export const NoCamera: Story = {
  play: plays(async (screen) => {
    const { say, step, user } = screen;
    await withCamera(() => Promise.reject(new DOMException("refused", "NotAllowedError")), () =>
      step("refused", async () => {
        await user.click(start(screen));
        await waitFor(() => expect(alertOf(screen)).toHaveTextContent(say("face.denied")));
      }));
  }),
};

/** A proof before another method is bound says so (R8). */
export const Proving: Story = {
  args: { state: variants.faceProve },
  play: plays(async ({ canvas, say, step }) => step("it says what comes after, and what the picture is for", () => expect(canvas.getByText(`${say("verify.prove")} ${say("face.why")}`)).toBeVisible())),
};

/** A face is added: what is kept of it is told first. */
export const Binding: Story = {
  args: { state: variants.faceBind },
  play: plays(async ({ canvas, say, step }) => step("it is told what is kept", () => expect(canvas.getByText(say("face.whyBind"))).toBeVisible())),
};

export const Submitting: Story = {
  args: { state: fixtures["face.verifying"] },
  play: plays(async ({ root, step }) => step("the picture is judged", () => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true"))),
};

export const ServerError: Story = {
  args: { state: variants.faceNoMatch },
  play: plays(async (screen) => screen.step("it says so, and how many tries are left", () => expect(alertOf(screen)).toHaveTextContent("4"))),
};

export const FieldError: Story = {
  args: { state: variants.faceUnusable },
  play: plays(async (screen) => screen.step("it says what picture helps", () => expect(alertOf(screen)).toHaveTextContent(screen.say("error.image_invalid")))),
};

export const RateLimited: Story = { args: { state: failing(fixtures.face, rateLimited) }, play: plays((screen) => toldTheTime(screen)) };
export const Offline: Story = { args: { state: failing(fixtures.face, offline) }, play: plays(async (screen) => screen.step("it says so", () => expect(alertOf(screen)).toHaveTextContent(screen.say("error.network")))) };

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(start(screen)).toBeVisible()) };
