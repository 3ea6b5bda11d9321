import type { ChallengeFactor } from "@guard/contract";
import type { ChallengeState, FactorState } from "@guard/machine";
import { failure, fixtures, T0, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { alertOf, code, oneField } from "../../testing/code-screen.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryGuard } from "../../testing/story-guard.tsx";
import { plays, type StoryScreen } from "../../testing/story-play.ts";
import { playground } from "../../testing/story-playground.ts";
import { stretched } from "../../testing/stretched.ts";

type Tab = "email" | "sms" | "totp";

const every = variants.everyFactor.challenge;
const only = (...names: readonly ChallengeFactor[]): ChallengeState => ({ ...fixtures.challenge, challenge: { ...every, factors: every.factors.filter(({ factor }) => names.includes(factor)) } });
const three = only("email", "sms", "totp", "recovery");
const open = (state: ChallengeState, active: Tab): ChallengeState => ({ ...state, challenge: { ...state.challenge, active } });
const changed = (state: ChallengeState, name: Tab, change: Partial<FactorState>): ChallengeState => ({
  ...state,
  challenge: { ...state.challenge, factors: state.challenge.factors.map((each) => (each.factor === name ? { ...each, ...change } : each)) },
});

const meta = { title: "Views/Verify/Methods", tags: ["autodocs"], component: StoryGuard, args: { state: three, factorPicker: "tabs" } } satisfies Meta<typeof StoryGuard>;
export default meta;

type Story = StoryObj<typeof meta>;

const words = { email: "method.email", sms: "tab.sms", totp: "tab.totp" } as const;
const tab = ({ canvas, say }: StoryScreen, factor: Tab): HTMLElement => canvas.getByRole("tab", { name: say(words[factor]) });

/** Tabs are chosen by hand: arrows move focus, Enter chooses, because choosing sends a code (R13). */
export const Default: Story = {
  play: plays(async (screen) => {
    const { canvas, guard, step, user } = screen;
    await oneField(screen);
    await step("one panel is mounted, named by its tab (B24)", async () => {
      await expect(canvas.getAllByRole("tabpanel")).toHaveLength(1);
      await expect(canvas.getByRole("tabpanel")).toHaveAccessibleName(screen.say("method.email"));
    });
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

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...playground, tags: ["alive", "!test"] };

/** Two methods, side by side. */
export const TwoTabs: Story = {
  args: { state: only("email", "totp") },
  play: plays(async (screen) => screen.step("side by side", () => expect(screen.canvas.getAllByRole("tab")).toHaveLength(2))),
};

/** The authenticator app: nothing is sent, and who lost it takes the recovery code (R13). */
export const Authenticator: Story = {
  args: { state: open(three, "totp") },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    await oneField(screen);
    await step("nothing to resend", () => expect(canvas.queryByRole("button", { name: say("verify.resend") })).toBeNull());
    await step("the recovery code is one press away", async () => {
      await user.click(canvas.getByRole("button", { name: say("recovery.open") }));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.OPEN" }]);
    });
  }),
};

/** What was typed stays with its tab, and focus stays on the tab that was chosen (R13, D3). */
export const KeepsWhatWasTyped: Story = {
  args: { autoSubmit: false },
  play: plays(async (screen) => {
    const { state, step, user } = screen;
    const there = async (): Promise<void> => {
      await user.click(tab(screen, "totp"));
      await screen.show(open(three, "totp"));
    };
    await step("to another tab and back", async () => {
      await user.type(code(screen), "123");
      await there();
      await expect(tab(screen, "totp")).toHaveFocus();
      await expect(code(screen)).toHaveValue("");
      await user.click(tab(screen, "email"));
      await screen.show(state);
      await expect(code(screen)).toHaveValue("123");
    });
    await step("what was typed after a refusal, too", async () => {
      const refused = changed(three, "email", { failure: failure({ code: "code_invalid", attemptsLeft: 4 }) });
      await screen.show(refused);
      await expect(code(screen)).toHaveValue("");
      await user.type(code(screen), "45");
      await there();
      await screen.show(refused);
      await expect(code(screen)).toHaveValue("45");
      await expect(tab(screen, "email")).toHaveFocus();
    });
  }),
};

/** While a verdict is waited for, tabs do nothing. */
export const Submitting: Story = {
  args: { state: { ...three, at: "challenge.verifying", task: "t1", key: "t1" } },
  play: plays(async (screen) => {
    await screen.step("a press is not taken", async () => {
      await expect(tab(screen, "sms")).toHaveAttribute("aria-disabled", "true");
      await screen.user.click(tab(screen, "sms"));
      await expect(screen.guard.sent).toEqual([]);
    });
  }),
};

/** The automatic send of one tab was refused; the others are as they were (E6). */
export const RateLimited: Story = {
  args: { state: changed(open(three, "sms"), "sms", { delivery: { is: "unsent" }, failure: failure({ code: "recipient_limit", retryAt: T0 + 34 * 60_000 }) }) },
  play: plays(async (screen) => {
    const { state, step } = screen;
    await step("the wait stands under its tab", async () => {
      await expect(alertOf(screen)).toHaveTextContent(screen.say("error.recipient_limit"));
      await expect(partOf(screen.root, "tabs").compareDocumentPosition(alertOf(screen)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    });
    await step("another tab has no part in it", async () => {
      await screen.show(open(state as ChallengeState, "email"));
      await expect(alertOf(screen)).toBeEmptyDOMElement();
      await expect(tab(screen, "totp")).toHaveAttribute("aria-disabled", "false");
    });
    await screen.show(state);
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

/** More than three: "Try another way" opens a list. The recovery code is in it. */
export const List: Story = {
  args: { state: variants.everyFactor, factorPicker: "auto" },
  play: plays(async (screen) => {
    const { canvas, guard, say, step, user } = screen;
    const more = canvas.getByRole("button", { name: say("method.other") });
    await step("closed until asked for", async () => {
      await expect(more).toHaveAttribute("aria-expanded", "false");
      await expect(partOf(screen.root, "methods")).not.toBeVisible();
      await expect(canvas.queryByRole("tab")).toBeNull();
    });
    await step("every other method, and the recovery code", async () => {
      await user.click(more);
      await waitFor(() => expect(canvas.getAllByRole("listitem")).toHaveLength(4));
      await user.click(canvas.getByRole("button", { name: say("method.recovery") }));
      await expect(guard.sent).toEqual([{ type: "RECOVERY.OPEN" }]);
    });
  }),
};

/** With `factorPicker="list"`: one method is shown, the others are a press away. */
export const ListClosed: Story = { args: { factorPicker: "list" }, play: plays((screen) => oneField(screen)) };

/** No room for tabs: the container decides, not the window (F14). */
export const Narrow: Story = {
  args: { factorPicker: "auto" },
  decorators: [(StoryHere) => <div style={{ inlineSize: "min(18rem, 100%)", marginInline: "auto" }}><StoryHere /></div>],
  play: plays(async (screen) => {
    await screen.step("a list instead", async () => {
      await waitFor(() => expect(screen.canvas.queryByRole("tab")).toBeNull());
      await expect(screen.canvas.getByRole("button", { name: screen.say("method.other") })).toBeVisible();
    });
  }),
};

/** Binding: each method is its own step under the same tabs (R8). */
export const BindPhone: Story = {
  args: { state: { ...variants.bindSms, challenge: { ...variants.bindSms.challenge, factors: variants.bindSms.challenge.factors.filter(({ factor }) => factor !== "face") } } },
  play: plays(async (screen) => screen.step("under its tab", () => expect(tab(screen, "sms")).toHaveAttribute("aria-selected", "true"))),
};

/** An app that is yet to be set up, under its tab. */
export const Enrol: Story = {
  args: { state: { ...variants.enrolAmongTabs, challenge: { ...variants.enrolAmongTabs.challenge, factors: variants.enrolAmongTabs.challenge.factors.filter(({ factor }) => factor !== "face") } } },
  play: plays(async (screen) => screen.step("under its tab", () => expect(tab(screen, "totp")).toHaveAttribute("aria-selected", "true"))),
};

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretched }, play: plays(async (screen) => expect(code(screen)).toBeVisible()) };

/** Words 40 % longer, all methods, in a list that is open. */
export const LongList: Story = {
  args: { messages: stretched, state: variants.everyFactor, factorPicker: "auto" },
  play: plays(async (screen) => screen.user.click(screen.canvas.getByRole("button", { name: screen.say("method.other") }))),
};
