import { fixtures } from "@guard/machine/testing";
import { expect, waitFor } from "storybook/test";
import type { StoryScreen } from "./story-play.ts";

export const code = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("textbox", { name: say("verify.code") });
export const resend = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("verify.resend") });
export const spoken = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("status");
export const alertOf = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("alert");

/** One field for a screen reader and for a manager, which takes a code whatever runs (B12, C11, law 5). */
export const oneField = (screen: StoryScreen): Promise<void> =>
  screen.step("one field takes the code, however many boxes are drawn", async () => {
    await expect(screen.canvas.getAllByRole("textbox")).toHaveLength(1);
    await expect(code(screen)).toHaveAttribute("autocomplete", "one-time-code");
    await expect(code(screen)).not.toHaveAttribute("readonly");
  });

/** A login comes to a verdict only this way: typed, submitted by its sixth digit, judged. */
export async function submits(screen: StoryScreen, digits: string): Promise<void> {
  await screen.show(fixtures.challenge);
  await screen.user.type(code(screen), digits);
  await expect(screen.guard.sent).toEqual([{ type: "CODE.SUBMIT", code: digits }]);
  await screen.show(fixtures["challenge.verifying"]);
}

/** What a refused code leaves behind: an empty field with the focus, and its reason. */
export const refused = (screen: StoryScreen, text: string): Promise<void> =>
  screen.step("the field is empty and focused, and carries the reason, which is spoken once (C6)", async () => {
    await submits(screen, "000000");
    screen.canvas.getByRole("button", { name: screen.say("verify.submit") }).focus();
    await screen.show(screen.state);
    await waitFor(() => expect(code(screen)).toHaveFocus());
    await expect(code(screen)).toBeInvalid();
    await expect(code(screen)).toHaveValue("");
    await expect(code(screen)).toHaveAccessibleDescription(expect.stringContaining(text));
    await expect(alertOf(screen)).toHaveTextContent(text);
  });

/** Before the first code while an address is being bound: nothing to type yet (R8). */
export const sendsByHand = (screen: StoryScreen, busy: boolean): Promise<void> =>
  screen.step("there is a Send button, the address, and no field", async () => {
    const { canvas, say } = screen;
    await expect(canvas.queryByRole("textbox")).toBeNull();
    await expect(canvas.getByRole("button", { name: say("verify.send") })).toHaveAttribute("aria-disabled", String(busy));
    await expect(canvas.getByRole("button", { name: say("verify.changeTarget") })).toBeVisible();
  });
