import { fixtures } from "@guard/machine/testing";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StoryGuard } from "./testing/story-guard.tsx";

it("reads two logins that are in the same state, each as its own", () => {
  render(
    <>
      <StoryGuard id="one" state={fixtures.password} />
      <StoryGuard id="other" state={fixtures.password} />
    </>,
  );
  expect(screen.getAllByRole("button", { name: "Sign in" })).toHaveLength(2);
});
