import { expect, waitFor } from "storybook/test";
import { formatTime } from "../i18n/format.ts";
import { rateLimited } from "./failing.ts";
import { partOf } from "./part-of.ts";
import type { StoryScreen } from "./story-play.ts";

/** What the checks of a code need; a login's screen has it, and the personal centre's. */
type CodeScreen = Pick<StoryScreen, "root" | "canvas" | "user" | "step" | "say">;

/** What the story's machine was sent. */
type Sent = readonly unknown[];

const field = ({ canvas, say }: CodeScreen): HTMLElement => canvas.getByRole("textbox", { name: say("verify.code") });
const submit = ({ user, root }: CodeScreen): Promise<void> => user.click(partOf(root, "submit"));

async function toldInPlace(screen: CodeScreen, sent: Sent, text: string): Promise<void> {
  await expect(field(screen)).toHaveAccessibleDescription(expect.stringContaining(text));
  await expect(field(screen)).toHaveFocus();
  await waitFor(() => expect(screen.canvas.getByRole("status")).toHaveTextContent(text));
  await expect(sent).toEqual([]);
}

export const emptyCode = (screen: CodeScreen, sent: Sent): Promise<void> =>
  screen.step("no digits: the field says what is missing, keeps the focus, and nobody is asked", async () => {
    await submit(screen);
    await toldInPlace(screen, sent, screen.say("verify.empty"));
  });

/** With `autoSubmit` off. */
export const filledCode = (screen: CodeScreen, sent: Sent): Promise<void> =>
  screen.step("six digits stand in their boxes until the button sends them, once", async () => {
    await screen.user.type(field(screen), "123 456");
    await expect(field(screen)).toHaveValue("123456");
    await expect(partOf(screen.root, "code")).toHaveAttribute("data-length", "6");
    await expect(sent).toEqual([]);
    await submit(screen);
    await expect(sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]);
  });

export const shortCode = (screen: CodeScreen, sent: Sent): Promise<void> =>
  screen.step("four of six digits are told in place and sent to nobody", async () => {
    await screen.user.type(field(screen), "1234");
    await submit(screen);
    await toldInPlace(screen, sent, screen.say("verify.short", { count: 4 }));
  });

export const busyCode = (screen: CodeScreen): Promise<void> =>
  screen.step("the form is busy, and the code stays to be read", async () => {
    await expect(screen.root.querySelector("form")).toHaveAttribute("aria-busy", "true");
    await expect(field(screen)).toHaveAttribute("readonly");
  });

/** Nobody judged the code, so the field is not wrong. */
export const unjudged = (screen: CodeScreen, text: string): Promise<void> =>
  screen.step("it stands above the form, and the field is not to blame", async () => {
    await expect(screen.canvas.getByRole("alert")).toHaveTextContent(text);
    await expect(field(screen)).not.toBeInvalid();
  });

export const toldTheTime = ({ canvas, root, say, step }: CodeScreen): Promise<void> =>
  step("it names the limit and the time", async () => {
    await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.rate_limited"));
    await expect(canvas.getByRole("alert")).toHaveTextContent(formatTime(rateLimited.retryAt, root.lang));
  });
