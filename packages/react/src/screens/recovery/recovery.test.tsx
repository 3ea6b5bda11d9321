import { fixtures, variants } from "@guard/machine/testing";
import type { State } from "@guard/machine";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoryGuard } from "../../testing/story-guard.tsx";

const PROVE = "First confirm it’s you with a method you already use. Then you can add another one.";

async function read(state: State): Promise<string> {
  const { container } = render(<StoryGuard state={state} />);
  await screen.findByRole("heading", { name: /recovery code|face/ });
  return container.textContent ?? "";
}

describe("a wrong recovery code of a closed account", () => {
  it("says how many tries are left, and threatens with no lock, for these never lock (R11b)", async () => {
    const text = await read(variants.recoveryClosedWrong);
    expect(text).toContain("That code isn’t right. 2 attempts left.");
    expect(text).not.toMatch(/lock/i);
  });

  it("elsewhere warns of the lock, which it counts for (R11)", async () => {
    const left = { ...variants.recoveryClosedWrong, from: "challenge" } as const;
    expect(await read(left)).toContain("after that your account is locked");
  });
});

describe("a proof before another method is bound says so (R8)", () => {
  it.each([["recovery code", variants.recoveryProve], ["face", variants.faceProve]] as const)("by %s", async (_name, state) => {
    expect(await read(state)).toContain(PROVE);
  });

  it.each([["recovery code", fixtures.recovery], ["face", fixtures.face]] as const)("and a login by %s does not", async (_name, state) => {
    expect(await read(state)).not.toContain(PROVE);
  });
});
