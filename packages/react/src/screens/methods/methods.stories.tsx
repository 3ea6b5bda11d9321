import { fixtures, variants } from "@guard/machine/testing";
import type { ChallengeData } from "@guard/machine";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { code } from "../../testing/code-screen.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { stretched } from "../../testing/stretched.ts";

const every: ChallengeData = variants.everyFactor.challenge;
const only = (...names: readonly string[]) => ({ ...fixtures.challenge, challenge: { ...every, factors: every.factors.filter(({ factor }) => names.includes(factor)) } });
const three = only("email", "sms", "totp", "recovery");

const meta = { title: "Views/Verify/Methods", component: StoryGuard, args: { state: three, factorPicker: "tabs" } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const tab = ({ canvas, say }: StoryScreen, factor: "email" | "sms" | "totp"): HTMLElement => canvas.getByRole("tab", { name: say(`method.${factor}`) });

/** Tabs are chosen by hand: arrows move focus, Enter chooses, because choosing sends a code (R13). */
export const Tabs: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, step, user } = screen;
    await step("one panel is mounted, named by its tab", () => expect(canvas.getAllByRole("tabpanel")).toHaveLength(1));
    await step("one tab is in the page's Tab order", () => expect(canvas.getAllByRole("tab").map((each: HTMLElement) => each.tabIndex)).toEqual([0, -1, -1]));
    await step("arrows, Home and End move focus and send nothing", async () => {
      tab(screen, "email").focus();
      await user.keyboard("{ArrowRight}");
      await expect(tab(screen, "sms")).toHaveFocus();
      await user.keyboard("{End}");
      await expect(tab(screen, "totp")).toHaveFocus();
      await user.keyboard("{Home}{ArrowLeft}");
      await expect(tab(screen, "totp")).toHaveFocus();
      await expect(guard.sent).toEqual([]);
    });
    await step("Enter chooses", async () => {
      await user.keyboard("{Enter}");
      await expect(guard.sent).toEqual([{ type: "FACTOR.CHOOSE", factor: "totp" }]);
    });
  }),
};

/** What was typed stays with its tab, and focus stays on the tab that was chosen (R13, D3). */
export const KeepsWhatWasTyped: Story = {
  args: { autoSubmit: false },
  play: plays(async (screen) => {
    const { state, step, user } = screen;
    await step("to another tab and back", async () => {
      await user.type(code(screen), "123");
      await user.click(tab(screen, "totp"));
      await screen.show({ ...three, challenge: { ...three.challenge, active: "totp" } });
      await expect(tab(screen, "totp")).toHaveFocus();
      await expect(code(screen)).toHaveValue("");
      await user.click(tab(screen, "email"));
      await screen.show(state);
      await expect(code(screen)).toHaveValue("123");
    });
  }),
};

/** While a verdict is waited for, tabs do nothing. */
export const Inert: Story = {
  args: { state: { ...three, at: "challenge.verifying", task: "t1", key: "t1" } },
  play: plays(async (screen) => {
    await screen.step("a press is not taken", async () => {
      await expect(tab(screen, "sms")).toHaveAttribute("aria-disabled", "true");
      await screen.user.click(tab(screen, "sms"));
      await expect(screen.guard.sent).toEqual([]);
    });
  }),
};

export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: plays(async (screen) => {
    await screen.step("the arrows follow the reading direction", async () => {
      tab(screen, "email").focus();
      await screen.user.keyboard("{ArrowLeft}");
      await expect(tab(screen, "sms")).toHaveFocus();
    });
  }),
};

/** More than three, or no room: "Try another way" opens a list. The recovery code is in it. */
export const List: Story = {
  args: { state: variants.everyFactor, factorPicker: "auto" },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    const more = canvas.getByRole("button", { name: say("method.other") });
    await step("closed until asked for", async () => {
      await expect(more).toHaveAttribute("aria-expanded", "false");
      await expect(canvas.queryByRole("button", { name: say("method.totp") })).toBeNull();
    });
    await step("every other method, and the recovery code", async () => {
      await user.click(more);
      await waitFor(() => expect(canvas.getAllByRole("listitem")).toHaveLength(4));
      await user.click(canvas.getByRole("button", { name: say("method.recovery") }));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.OPEN" }]);
    });
  }),
};

/** Binding: each method is its own step under the same tabs (R8). */
export const BindPhone: Story = {
  args: { state: { ...variants.bindSms, challenge: { ...variants.bindSms.challenge, factors: variants.bindSms.challenge.factors.filter(({ factor }) => factor !== "face") } } },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    const number = canvas.getByRole("textbox", { name: say("bind.phoneNumber") });
    await step("a country and a number", async () => {
      await expect(canvas.getByRole("combobox", { name: say("bind.country") })).toHaveAttribute("autocomplete", "tel-country-code");
      await waitFor(() => expect(canvas.getAllByRole("option").length).toBeGreaterThan(100));
      await user.selectOptions(canvas.getByRole("combobox"), "CN");
    });
    await step("too short is told in place and sent to nobody", async () => {
      await user.type(number, "138");
      await user.click(canvas.getByRole("button", { name: say("bind.submit") }));
      await waitFor(() => expect(number).toHaveAccessibleDescription(say("bind.phone.short")));
      await expect(guard.sent).toEqual([]);
    });
    await step("a pasted number with its country's code is taken whole, as E.164", async () => {
      await user.clear(number);
      await user.paste("+447911123456");
      await expect(number).toHaveValue("+44 7911 123456");
      await user.click(canvas.getByRole("button", { name: say("bind.submit") }));
      await waitFor(() => expect(guard.sent).toEqual([{ type: "TARGET.SUBMIT", target: "+447911123456" }]));
    });
  }),
};

export const Enrol: Story = {
  args: { state: { ...variants.enrolAmongTabs, challenge: { ...variants.enrolAmongTabs.challenge, factors: variants.enrolAmongTabs.challenge.factors.filter(({ factor }) => factor !== "face") } } },
  play: plays(async (screen) => screen.step("under its tab", () => expect(tab(screen, "totp")).toHaveAttribute("aria-selected", "true"))),
};

export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(code(screen)).toBeVisible()) };
