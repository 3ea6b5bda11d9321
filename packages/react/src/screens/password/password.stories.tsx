import { failure, fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { formatTime } from "../../i18n/format.ts";
import { offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard, storySettings } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const meta = { title: "Views/Sign in", tags: ["autodocs"], component: StoryGuard, args: { state: fixtures.password } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const identifier = ({ canvas }: StoryScreen): HTMLElement => canvas.getByRole("textbox");
const password = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByLabelText(say("password.password"));
const submit = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("password.submit") });
const typed = { ...fixtures.password, identifier: "email-user" };

/** There at once: nobody was asked for anything. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { step, guard } = screen;
    await step("it is there without anybody having asked for anything", async () => {
      await expect(submit(screen)).toBeVisible();
      await expect(guard.sent).toEqual([]);
    });
    await step("managers know the two fields", async () => {
      await expect(identifier(screen)).toHaveAttribute("autocomplete", "username");
      await expect(password(screen)).toHaveAttribute("type", "password");
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Ready to go; the password can be looked at, and Enter is enough. */
export const Filled: Story = {
  args: { state: typed },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user, root } = screen;
    await step("the name of the show button says what it will do, and the polite region what it did", async () => {
      await user.type(password(screen), "Guard-demo-2026!");
      await user.click(canvas.getByRole("button", { name: say("password.show") }));
      await expect(password(screen)).toHaveAttribute("type", "text");
      await expect(root.querySelector("[role=status]")).toHaveTextContent(say("password.shown"));
      await user.click(canvas.getByRole("button", { name: say("password.hide") }));
      await expect(password(screen)).toHaveAttribute("type", "password");
    });
    await step("Enter submits once", async () => {
      await user.type(password(screen), "{Enter}");
      await expect(guard.sent.map(({ type }) => type)).toEqual(["PASSWORD.SUBMIT"]);
    });
  }),
};

/** A name without a password. */
export const FieldError: Story = {
  args: { state: typed },
  play: plays(async (screen) => {
    await screen.step("the field that is missing says so and takes the focus; the other is not blamed", async () => {
      await screen.user.click(submit(screen));
      await expect(password(screen)).toHaveFocus();
      await expect(password(screen)).toHaveAccessibleDescription(screen.say("password.required"));
      await expect(identifier(screen)).not.toBeInvalid();
      await expect(screen.guard.sent).toEqual([]);
    });
  }),
};

/** The call runs: the button keeps its words and its focus, and says that it waits. */
export const Submitting: Story = {
  args: { state: fixtures["password.submitting"] },
  play: plays(async (screen) => {
    await screen.show(typed);
    await screen.user.type(password(screen), "Guard-demo-2026!{Enter}");
    await screen.show(screen.state);
    await screen.step("the form is busy, and its button waits without being disabled", async () => {
      await expect(screen.root.querySelector("form")).toHaveAttribute("aria-busy", "true");
      await expect(submit(screen)).toHaveAttribute("aria-disabled", "true");
    });
  }),
};

/** Submitted with nothing in it. */
export const Empty: Story = {
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await step("an empty submit asks nobody and goes to the first empty field", async () => {
      await user.click(submit(screen));
      await expect(identifier(screen)).toHaveFocus();
      await expect(guard.sent).toEqual([]);
    });
    await step("each field carries its own sentence", async () => {
      await expect(identifier(screen)).toBeInvalid();
      await expect(password(screen)).toHaveAccessibleDescription(screen.say("password.required"));
    });
  }),
};

export const ServerError: Story = {
  args: { state: { ...typed, failure: failure({ code: "invalid_credentials" }) } },
  play: plays(async (screen) => {
    const { canvas, say, step } = screen;
    await step("one sentence that does not tell which of the two was wrong", async () => {
      await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.invalid_credentials"));
      await expect(identifier(screen)).not.toBeInvalid();
    });
    await step("the identifier stays, the password waits for another try", async () => {
      await expect(identifier(screen)).toHaveValue("email-user");
      await expect(password(screen)).toHaveValue("");
      await waitFor(() => expect(password(screen)).toHaveFocus());
    });
  }),
};

export const Offline: Story = {
  args: { state: { ...typed, failure: failure(offline) } },
  play: plays(async (screen) => {
    await screen.step("it says what is missing and keeps what was typed", async () => {
      await expect(screen.canvas.getByRole("alert")).toHaveTextContent(screen.say("error.network"));
      await expect(identifier(screen)).toHaveValue("email-user");
    });
  }),
};

/** Too many tries from here; the server said until when. */
export const RateLimited: Story = {
  args: { state: { ...typed, failure: failure(rateLimited) } },
  play: plays(async (screen) => {
    await screen.step("it names the time, and trying stays possible", async () => {
      await expect(screen.canvas.getByRole("alert")).toHaveTextContent(formatTime(rateLimited.retryAt, screen.root.lang));
      await expect(submit(screen)).toHaveAttribute("aria-disabled", "false");
    });
  }),
};

/** Words 40 % longer than English, and a name that nobody shortened. */
export const LongText: Story = {
  args: {
    messages: stretched,
    state: { ...typed, identifier: "maximiliane.musterfrau-von-der-hohenlinde@subdomain.example.com", failure: failure({ code: "invalid_credentials" }) },
    initialSettings: { ...storySettings, name: "Gesellschaft für Donaudampfschifffahrtselektrizitäten", links: { ...storySettings.links, signUp: "#sign-up" } },
  },
  play: plays(async (screen) => {
    const button = submit(screen);
    await screen.step("the button wraps its words instead of cutting them (F13)", () => expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth));
  }),
};
