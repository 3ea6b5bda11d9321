import { fixtures, T0 } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StoryGuard, storyLogin } from "../../testing/story-guard.tsx";

const locked = { ...fixtures.locked, lockedUntil: T0 + 10 * 60_000 };

it("tells the time left by the minute, so that nothing ticks for an hour (E3)", async () => {
  const login = storyLogin(locked);
  render(<StoryGuard state={locked} login={login} />);
  const heading = await screen.findByRole("heading", { name: "Too many attempts" });
  const told = (): string => heading.parentElement?.textContent ?? "";
  const texts = new Set([told()]);
  for (let second = 0; second < 125; second += 1) {
    act(() => login.clock.advance(1_000));
    texts.add(told());
  }
  expect([...texts].map((text) => /(\d+ minutes) \(/.exec(text)?.[1])).toEqual(["10 minutes", "9 minutes", "8 minutes"]);
});
