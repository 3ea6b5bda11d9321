import { delivered, minutes, T0 } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { codeState } from "../../testing/code-states.ts";
import { StoryGuard, storyLogin } from "../../testing/story-guard.tsx";

const second = 1_000;

/** A code that lives until `expiresAt` by the server's clock, seen by a client whose clock is off by `offset`. */
async function seen(expiresAt: number, offset = 0) {
  const state = { ...codeState({ delivery: { is: "sent", ...delivered, resendAt: T0 + offset - 1, expiresAt: expiresAt + offset } }), offset };
  const login = storyLogin(state);
  render(<StoryGuard state={state} login={login} />);
  const field = await screen.findByRole("textbox");
  const hint = (): string => document.querySelector(`#${field.getAttribute("aria-describedby")?.split(" ")[0]}`)?.textContent ?? "";
  return { life: (): string | undefined => /expires in (.+)\.$/.exec(hint())?.[1], pass: (ms: number) => act(() => login.clock.advance(ms)) };
}

it("tells how long the code still lives, never more than is left, and not aloud (R6, D11)", async () => {
  const { life, pass } = await seen(T0 + minutes(10));
  const status = screen.getByRole("status").textContent;
  expect(life()).toBe("10 minutes");
  pass(second);
  expect(life()).toBe("9 minutes");
  pass(minutes(8));
  expect(life()).toBe("1 minute");
  pass(second);
  expect(life()).toBe("1 minute");
  pass(59 * second);
  expect(life()).toBe("59 seconds");
  expect(screen.getByRole("status")).toHaveTextContent(status ?? "");
});

it("knows a code that was there before, and one of another life, by its own end (R9a)", async () => {
  const { life } = await seen(T0 + minutes(1) + 30 * second);
  expect(life()).toBe("1 minute");
});

it("counts by the server's clock, whatever the device's says (A-05)", async () => {
  const { life } = await seen(T0 + minutes(3), -86_400_000);
  expect(life()).toBe("3 minutes");
});
