import type { ChallengeState } from "@guard/machine";
import { variants } from "@guard/machine/testing";
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { storyLogin, StoryGuard } from "../../testing/story-guard.tsx";

interface Asked {
  readonly signal: AbortSignal;
  readonly hand: (code: string) => void;
}

let asked: Asked[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("OTPCredential", class {});
  const get = ({ signal }: { readonly signal: AbortSignal }) => new Promise((resolve) => asked.push({ signal, hand: (code) => resolve({ code }) }));
  Object.defineProperty(navigator, "credentials", { configurable: true, value: { get } });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "credentials");
});

async function show(state: ChallengeState) {
  const login = storyLogin(state);
  const view = render(<StoryGuard state={state} login={login} />);
  await view.findByRole("textbox");
  return { ...view, guard: login.guard };
}

it("takes the code out of the message and submits it once", async () => {
  const { guard } = await show(variants.sms);
  expect(asked).toHaveLength(1);
  await act(async () => {
    asked[0]?.hand("123456");
    await Promise.resolve();
  });
  await vi.waitFor(() => expect(guard.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]));
});

it("asks for no message where none is on its way", async () => {
  await show(variants.totp);
  expect(asked).toHaveLength(0);
});

it("stops asking when the form goes", async () => {
  const { unmount } = await show(variants.sms);
  expect(asked[0]?.signal.aborted).toBe(false);
  unmount();
  expect(asked[0]?.signal.aborted).toBe(true);
});

it("stops asking when another tab is chosen", async () => {
  const { guard } = await show(variants.sms);
  act(() => guard.show(variants.totp));
  expect(asked[0]?.signal.aborted).toBe(true);
});

it("stops asking while a code is judged", async () => {
  const { guard } = await show(variants.sms);
  act(() => guard.show({ ...variants.sms, at: "challenge.verifying", task: "t1", key: "t1" }));
  expect(asked[0]?.signal.aborted).toBe(true);
});
