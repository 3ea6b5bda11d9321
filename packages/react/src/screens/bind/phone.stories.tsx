import type { GuardError } from "@guard/contract";
import type { BindCheckingState, BindState } from "@guard/machine";
import { challengeData, failure, fixtures, smsFactor } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { formatTime } from "../../i18n/format.ts";
import { offline, rateLimited } from "../../testing/failing.ts";
import { StoryGuard, storySettings } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

const bindingPhone = (typedTarget?: string, error?: GuardError): BindState => ({
  ...fixtures.bind,
  challenge: challengeData(smsFactor({ bound: false, delivery: { is: "unsent" }, ...(typedTarget ? { typedTarget } : {}), ...(error ? { failure: failure(error) } : {}) }), { need: "bind" }),
});
const checking: BindCheckingState = { ...bindingPhone("+8613800138000"), at: "bind.checking", task: "t1" };
const initialSettings = { ...storySettings, phoneCountries: ["CN", "GB", "SG"] };

const meta = { title: "Views/Bind phone", tags: ["autodocs"], component: StoryGuard, args: { state: bindingPhone(), initialSettings } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const number = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("textbox", { name: say("bind.phoneNumber") });
const country = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("combobox", { name: say("bind.country") });
const go = ({ canvas, say }: StoryScreen): HTMLElement => canvas.getByRole("button", { name: say("bind.submit") });
/** The chunk that knows the world's numbers is there: the select says the codes. */
const numbersKnown = (screen: StoryScreen): Promise<void> => waitFor(() => expect(country(screen)).toHaveTextContent("+86"));

/** The first country of the application's list is chosen; the list is by name. */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, step } = screen;
    await step("managers fill a whole number or its parts (B22)", async () => {
      await expect(number(screen)).toHaveAttribute("autocomplete", "tel");
      await expect(number(screen)).toHaveAttribute("type", "tel");
      await expect(country(screen)).toHaveAttribute("autocomplete", "tel-country-code");
    });
    await numbersKnown(screen);
    await step("only countries that codes are sent to", () => expect(canvas.getAllByRole("option")).toHaveLength(3));
    await step("the first of the list", () => expect(country(screen)).toHaveValue("CN"));
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Without a list: every country, and the one that the reader's language comes from. */
export const EveryCountry: Story = {
  args: { initialSettings: storySettings },
  play: plays(async (screen) => {
    await screen.step("more than two hundred", () => waitFor(() => expect(screen.canvas.getAllByRole("option").length).toBeGreaterThan(200)));
  }),
};

export const Empty: Story = {
  play: plays(async (screen) => {
    const { guard, say, step, user } = screen;
    await step("says what is missing, and asks nobody", async () => {
      await user.click(go(screen));
      await waitFor(() => expect(number(screen)).toHaveAccessibleDescription(say("bind.phone.empty")));
      await expect(number(screen)).toHaveFocus();
      await expect(guard.sent).toEqual([]);
    });
  }),
};

/** Written as people of that country do; handed over as E.164. */
export const Filled: Story = {
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await numbersKnown(screen);
    await step("it is grouped while it is typed, and the caret stays where the person is", async () => {
      await user.type(number(screen), "13800138000");
      await expect(number(screen)).toHaveValue("138 0013 8000");
      await user.type(number(screen), "9", { initialSelectionStart: 2, initialSelectionEnd: 3 });
      await expect(number(screen)).toHaveValue("139 0013 8000");
      await expect((number(screen) as HTMLInputElement).selectionStart).toBe(3);
    });
    await step("Continue sends it whole", async () => {
      await user.click(go(screen));
      await waitFor(() => expect(guard.sent).toEqual([{ type: "TARGET.SUBMIT", target: "+8613900138000" }]));
    });
  }),
};

/** An autofilled or pasted number brings its country along. */
export const International: Story = {
  play: plays(async (screen) => {
    const { guard, step, user } = screen;
    await numbersKnown(screen);
    await step("the select follows it", async () => {
      await user.click(number(screen));
      await user.paste("+447911123456");
      await expect(number(screen)).toHaveValue("+44 7911 123456");
      await expect(country(screen)).toHaveValue("GB");
    });
    await step("another country takes the rest of it over", async () => {
      await user.selectOptions(country(screen), "SG");
      await expect((number(screen) as HTMLInputElement).value.replace(/\D/g, "")).toBe("7911123456");
    });
    await step("and back", async () => {
      await user.clear(number(screen));
      await user.paste("+44 7911 123456");
      await user.click(go(screen));
      await waitFor(() => expect(guard.sent).toEqual([{ type: "TARGET.SUBMIT", target: "+447911123456" }]));
    });
  }),
};

export const Submitting: Story = {
  args: { state: checking },
  play: plays(async (screen) => {
    await screen.step("the form is busy and the number stays to be read", async () => {
      await expect(go(screen)).toHaveAttribute("aria-disabled", "true");
      await expect(number(screen)).toHaveAttribute("readonly");
      await expect((number(screen) as HTMLInputElement).value.replace(/\s/g, "")).toBe("+8613800138000");
    });
  }),
};

export const FieldError: Story = {
  play: plays(async (screen) => {
    const { guard, say, step, user } = screen;
    await step("too short", async () => {
      await user.type(number(screen), "138{Enter}");
      await waitFor(() => expect(number(screen)).toHaveAccessibleDescription(say("bind.phone.short")));
    });
    await step("another country that codes are not sent to", async () => {
      await user.clear(number(screen));
      await user.type(number(screen), "+33 6 12 34 56 78{Enter}");
      await waitFor(() => expect(number(screen)).toHaveAccessibleDescription(say("bind.phone.country")));
      await expect(country(screen)).toHaveValue("CN");
    });
    await step("too long: nobody is asked", async () => {
      await user.clear(number(screen));
      await user.type(number(screen), "1380013800013800{Enter}");
      await waitFor(() => expect(number(screen)).toHaveAccessibleDescription(say("bind.phone.long")));
      await expect(guard.sent).toEqual([]);
    });
  }),
};

/** The server is the judge of numbers. */
export const ServerError: Story = {
  args: { state: bindingPhone("+8613800138000", { code: "target_unavailable" }) },
  play: plays(async (screen) => {
    const { canvas, say, show, state, step, user } = screen;
    await show(bindingPhone());
    await numbersKnown(screen);
    await user.clear(number(screen));
    await user.type(number(screen), "13800138000");
    await user.click(go(screen));
    await show(checking);
    await show(state);
    await step("its verdict stands at the field, speaks of a number, and is spoken once", async () => {
      await waitFor(() => expect(number(screen)).toHaveAccessibleDescription(say("bind.phone.unavailable")));
      await expect(canvas.getByRole("alert")).toHaveTextContent(say("bind.phone.unavailable"));
      await expect(number(screen)).toHaveFocus();
    });
    await step("it is about this number: another keystroke takes it back, and undoing that brings it again", async () => {
      await user.type(number(screen), "1");
      await expect(number(screen)).toHaveAttribute("aria-invalid", "false");
      await user.type(number(screen), "{Backspace}");
      await expect(number(screen)).toHaveAttribute("aria-invalid", "true");
    });
  }),
};

export const RateLimited: Story = {
  args: { state: bindingPhone("+8613800138000", rateLimited) },
  play: plays(async (screen) => {
    await screen.step("above the form, with the time: the number is not to blame", async () => {
      await expect(screen.canvas.getByRole("alert")).toHaveTextContent(formatTime(rateLimited.retryAt, screen.root.lang));
      await expect(number(screen)).not.toBeInvalid();
    });
  }),
};

export const Offline: Story = {
  args: { state: bindingPhone("+8613800138000", offline) },
  play: plays(async (screen) => {
    await numbersKnown(screen);
    await screen.step("the number is not to blame, and stays", async () => {
      await expect(screen.canvas.getByRole("alert")).toHaveTextContent(screen.say("error.network"));
      await expect(number(screen)).not.toBeInvalid();
    });
  }),
};

/** A number keeps its own direction (C12). */
export const RightToLeft: Story = {
  args: { dir: "rtl", state: bindingPhone("+447911123456") },
  play: plays(async (screen) => {
    await numbersKnown(screen);
    await screen.step("it reads from the left", () => expect(getComputedStyle(number(screen)).direction).toBe("ltr"));
  }),
};

/** Words 40 % longer than English. */
export const LongText: Story = {
  args: { messages: stretched, state: bindingPhone("+8613800138000", { code: "target_invalid" }) },
  play: plays(async (screen) => {
    await numbersKnown(screen);
    await screen.step("the field says so", () => expect(number(screen)).toBeInvalid());
  }),
};
