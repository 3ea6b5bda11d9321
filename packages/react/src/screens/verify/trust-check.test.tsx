import { challengeData, delivered, emailFactor, totpFactor, variants } from "@guard/machine/testing";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StoryGuard } from "../../testing/story-guard.tsx";

const trust = /^Don’t ask for a code on this device/;

it("is offered where the factor was bound before this login (R24)", async () => {
  render(<StoryGuard state={variants.trustable} />);
  expect(await screen.findByRole("checkbox", { name: trust })).not.toBeChecked();
});

it("is not offered at a factor that this login binds, though another one is bound (R24, R8 always)", async () => {
  const binding = emailFactor({ bound: false, target: "n•••@e•••.com", delivery: { is: "sent", ...delivered } });
  render(<StoryGuard state={{ ...variants.trustable, challenge: challengeData(binding, { trustDays: 30, factors: [totpFactor(), binding] }) }} />);
  await screen.findByRole("textbox", { name: "6-digit code" });
  expect(screen.queryByRole("checkbox", { name: trust })).toBeNull();
});
