import { fixtures } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { StoryGuard, storyLogin } from "../../testing/story-guard.tsx";

afterEach(() => void vi.useRealTimers());

it("says “Checking…” once a verdict takes 400 ms, and not before (D12)", async () => {
  const login = storyLogin(fixtures.challenge);
  render(<StoryGuard state={fixtures.challenge} login={login} />);
  await screen.findByRole("textbox");
  vi.useFakeTimers();
  act(() => login.guard.show(fixtures["challenge.verifying"]));
  const status = screen.getByRole("status");
  act(() => void vi.advanceTimersByTime(399));
  expect(status).not.toHaveTextContent("Checking…");
  act(() => void vi.advanceTimersByTime(1));
  expect(status).toHaveTextContent("Checking…");
});
