import { fixtures } from "@guard/machine/testing";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { StoryGuard, storyLogin } from "../testing/story-guard.tsx";

const field = (): HTMLElement => screen.getByLabelText("Password");

describe("a password that is looked at", () => {
  const login = storyLogin(fixtures.password);

  beforeEach(async () => {
    login.guard.show(fixtures.password);
    render(<StoryGuard state={fixtures.password} login={login} />);
    await userEvent.type(field(), "Guard-demo-2026!");
    await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  });

  it("hides as its submit goes, and stays hidden when it is refused (A5)", () => {
    expect(field()).toHaveAttribute("type", "text");
    act(() => login.guard.show(fixtures["password.submitting"]));
    expect(field()).toHaveAttribute("type", "password");
    act(() => login.guard.show({ ...fixtures.password, failure: { id: "1", late: false, error: { code: "invalid_credentials" } } }));
    expect(field()).toHaveAttribute("type", "password");
    expect(screen.getByRole("button", { name: "Show password" })).toBeVisible();
  });

  it("hides when the page is put into the back/forward cache (A5)", () => {
    expect(field()).toHaveAttribute("type", "text");
    act(() => void window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    expect(field()).toHaveAttribute("type", "password");
  });

  it("is hidden again by the button that showed it, whose name alone says so (A4)", async () => {
    const button = screen.getByRole("button", { name: "Hide password" });
    expect(button).not.toHaveAttribute("aria-pressed");
    await userEvent.click(button);
    expect(field()).toHaveAttribute("type", "password");
    expect(screen.getByRole("status")).toHaveTextContent("Your password is hidden");
  });
});
