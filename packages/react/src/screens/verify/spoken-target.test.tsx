import { fixtures } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StoryGuard, storyLogin } from "../../testing/story-guard.tsx";

/** What is said when the ten minutes of a code are over. */
async function whatIsSaidAtTheEnd(showTarget: "masked" | "none"): Promise<string> {
  const login = storyLogin(fixtures.challenge);
  render(<StoryGuard state={fixtures.challenge} login={login} showTarget={showTarget} />);
  await screen.findByLabelText("6-digit code");
  act(() => login.clock.advance(600_000));
  return screen.getByRole("status").textContent;
}

it("says that the code is over, and where it went", async () => {
  expect(await whatIsSaidAtTheEnd("masked")).toBe("The code we sent to e hidden @e hidden .com has expired. Ask for a new one.");
});

it("does not say where it went to a host that hides it", async () => {
  expect(await whatIsSaidAtTheEnd("none")).toBe("The code we sent to your email has expired. Ask for a new one.");
});
