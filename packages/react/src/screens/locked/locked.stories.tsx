import { fixtures, T0 } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const until = (ms: number) => ({ ...fixtures.locked, lockedUntil: T0 + ms });
const MINUTE = 60_000;

const meta = { title: "Views/Locked", tags: ["autodocs"], component: StoryGuard, args: { state: until(59 * MINUTE) } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const times = ({ root }: StoryScreen): (string | undefined)[] => [...root.querySelectorAll("time")].map(({ dateTime }) => dateTime);
const leave = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("back.signIn") });

/** How long, and until when. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await step("it says how long and until when, for people and for machines (E2)", async () => {
      await expect(times(screen)).toEqual(["PT59M0S", "2026-11-22T12:59:00.000Z"]);
      await expect(canvas.getByText(/59/, { selector: "time:first-of-type" })).toBeVisible();
    });
    await step("it names who helps", () => expect(canvas.getByRole("link", { name: say("help.contact") })).toBeVisible());
    await step("the way out is a button", async () => {
      await user.click(leave(screen));
      await expect(guard.sent).toEqual([{ type: "BACK" }]);
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** The last minute is told in seconds. */
export const LastMinute: Story = {
  args: { state: until(40_000) },
  play: plays(async (screen) => {
    await screen.step("forty seconds", () => expect(times(screen)[0]).toBe("PT0M40S"));
    await screen.step("nothing ticks aloud (E3)", () => expect(screen.canvas.getByRole("status")).toBeEmptyDOMElement());
  }),
};

/** The hour is over while somebody looks. */
export const Expired: Story = {
  args: { state: until(40_000) },
  play: plays(async (screen) => {
    const { canvas, clock, guard, say, step, user } = screen;
    await step("the end is said once, and nothing jumps (E5)", async () => {
      clock.advance(40_000);
      await expect(await canvas.findByRole("button", { name: say("locked.retry") })).toBeVisible();
      await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent(say("locked.over")));
      await expect(guard.sent).toEqual([]);
    });
    await step("trying again is the person's own step", async () => {
      await user.click(canvas.getByRole("button", { name: say("locked.retry") }));
      await expect(guard.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};

/** Words 40 % longer than English. */
export const LongText: Story = {
  args: { messages: stretched },
  play: plays(async (screen) => {
    await screen.step("the way out is there", () => expect(leave(screen)).toBeVisible());
  }),
};
