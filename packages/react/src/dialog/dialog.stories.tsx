import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { StoryDialog } from "../testing/story-dialog.tsx";
import { plays } from "../testing/story-play.ts";
import { playground } from "../testing/story-playground.ts";
import { stretched } from "../testing/stretched.ts";

const meta = { title: "Views/Dialog", tags: ["autodocs"], component: StoryDialog, args: { state: fixtures.password } } satisfies Meta<typeof StoryDialog>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The host's button, on the page behind the dialog. */
function opener(root: HTMLElement): HTMLElement {
  const button = root.closest("[data-story-host]")?.querySelector<HTMLElement>(":scope > button");
  if (!button) throw new Error("The story has no page around its dialog. Render it by StoryDialog.");
  return button;
}

/** A page, and the button that opens the login over it. No login is loaded before. */
export const Default: Story = {
  play: async ({ canvasElement, step }) => {
    await step("there is a button, and no login yet", async () => {
      await expect(within(canvasElement).getByRole("button")).toBeVisible();
      await expect(canvasElement.querySelector("[data-guard]")).toBeNull();
    });
  },
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, args: { ...playground.args, open: true }, tags: ["alive", "!test"] };

/** Any view of the login, with a button in the corner: a phone has no Escape and hardly any backdrop. */
export const Open: Story = {
  args: { open: true },
  play: plays(async ({ canvas, root, say, step, user }) => {
    const close = canvas.getByRole("button", { name: say("dialog.close") });
    const typed = canvas.getByRole("textbox");
    await step("it is a dialog, named by the step's heading, with the focus in its first field", async () => {
      await expect(root.closest("dialog")).toHaveAccessibleName(say("password.title"));
      await expect(typed).toHaveFocus();
    });
    await step("its button comes last for the keyboard", async () => {
      await expect([...root.querySelectorAll("a[href], button, input")].at(-1)).toBe(close);
    });
    await step("closed and opened again, it goes on where it was", async () => {
      await user.type(typed, "email-user");
      await user.click(close);
      await expect(root).not.toBeVisible();
      await user.click(opener(root));
      await expect(root).toBeVisible();
      await expect(typed).toHaveValue("email-user");
      await user.clear(typed);
    });
  }),
};

/** A step behind the password: whoever closes it comes back to it. */
export const Code: Story = {
  args: { open: true, state: fixtures.challenge },
  play: plays(async ({ canvas, root, say }) => {
    await canvas.findByRole("textbox");
    await expect(root.closest("dialog")).toHaveAccessibleName(say("verify.titleEmail"));
  }),
};

/** Words 40 % longer than English; the corner stays the button's. */
export const LongText: Story = { args: { open: true, messages: stretched }, play: plays(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
