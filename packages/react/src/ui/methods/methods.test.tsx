import type { ChallengeState } from "@guard/machine";
import { delivered, failure, T0, variants } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { storyLogin, StoryGuard, type StoryGuardProps } from "../../testing/story-guard.tsx";

const all = variants.everyFactor;
const three: ChallengeState = { ...all, challenge: { ...all.challenge, factors: all.challenge.factors.filter(({ factor }) => factor !== "face") } };
const at = (active: "email" | "sms" | "totp"): ChallengeState => ({ ...three, challenge: { ...three.challenge, active } });

async function open(state: StoryGuardProps["state"] = three, props: Partial<StoryGuardProps> = {}) {
  const login = storyLogin(state);
  const view = render(<StoryGuard state={state} login={login} {...props} />);
  await screen.findByRole("textbox");
  return { ...login, ...view, tab: (name: string) => screen.getByRole("tab", { name }), show: (next: StoryGuardProps["state"]) => act(() => login.guard.show(next)) };
}

it("moves among tabs by arrows and leaves them at Tab, without having chosen anything", async () => {
  const { guard, tab } = await open();
  tab("Email").focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(tab("Text")).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole("textbox")).toHaveFocus();
  expect(guard.sent).toEqual([]);
  await userEvent.tab({ shift: true });
  expect(tab("Email"), "the chosen one is where Tab comes back to").toHaveFocus();
});

it.each(["{Enter}", " "])("chooses with %j", async (key) => {
  const { guard, tab } = await open();
  tab("Email").focus();
  await userEvent.keyboard(`{ArrowRight}${key}`);
  expect(guard.sent).toEqual([{ type: "FACTOR.CHOOSE", factor: "sms" }]);
});

it("does nothing while a code is judged", async () => {
  const { guard, tab } = await open({ ...three, at: "challenge.verifying", task: "t1", key: "t1" });
  await userEvent.click(tab("Text"));
  expect(tab("Text")).toHaveAttribute("aria-disabled", "true");
  expect(guard.sent).toEqual([]);
});

it("keeps the focus on a chosen tab, also where its step has another view", async () => {
  const { tab, show } = await open();
  await userEvent.click(tab("App"));
  show(at("totp"));
  expect(tab("App")).toHaveFocus();
});

it("goes to the heading out of a list, whose row is gone", async () => {
  const { show } = await open(three, { factorPicker: "list" });
  await userEvent.click(screen.getByRole("button", { name: "Try another way" }));
  await userEvent.click(screen.getByRole("button", { name: /Authenticator app/ }));
  show(at("totp"));
  expect(screen.getByRole("heading")).toHaveFocus();
  expect(screen.getByRole("button", { name: "Try another way" })).toHaveAttribute("aria-expanded", "false");
});

it("says nothing twice: news of a code is no news on the way back to its tab", async () => {
  const { show, clock } = await open();
  const spoken = () => screen.getByRole("status").textContent;
  expect(spoken()).toContain("We sent a code to e hidden");
  show(at("sms"));
  expect(spoken()).toContain("We sent a code to +86");
  show(at("totp"));
  show(at("email"));
  expect(spoken()).toContain("+86");
  act(() => clock.advance(60_000));
  expect(spoken()).toBe("You can now ask for a new code.");
});

it("does not take one tab's wait for another's that is over", async () => {
  const older: ChallengeState = { ...three, challenge: { ...three.challenge, factors: three.challenge.factors.map((each) => (each.factor === "sms" ? { ...each, delivery: { is: "sent", ...delivered, resendAt: T0 - 1 } } : each)) } };
  const { show } = await open(older);
  show({ ...older, challenge: { ...older.challenge, active: "sms" } });
  expect(screen.getByRole("status")).not.toHaveTextContent("You can now ask");
});

it("leaves a refusal where it was, with what was typed after it", async () => {
  const { show, tab } = await open(three, { autoSubmit: false });
  const refused: ChallengeState = { ...three, challenge: { ...three.challenge, factors: three.challenge.factors.map((each) => (each.factor === "email" ? { ...each, failure: failure({ code: "code_invalid", attemptsLeft: 4 }) } : each)) } };
  show(refused);
  await userEvent.type(screen.getByRole("textbox"), "12");
  await userEvent.click(tab("App"));
  show({ ...refused, challenge: { ...refused.challenge, active: "totp" } });
  expect(screen.getByRole("textbox")).toHaveValue("");
  await userEvent.click(tab("Email"));
  show(refused);
  expect(screen.getByRole("textbox")).toHaveValue("12");
  expect(tab("Email")).toHaveFocus();
});
