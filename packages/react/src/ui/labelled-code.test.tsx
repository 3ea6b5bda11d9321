import { fixtures } from "@guard/machine/testing";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { StoryGuard, storyLogin } from "../testing/story-guard.tsx";

const DIGITS_ONLY = "Use digits only. Anything else was left out.";

describe("what is no digit, in the field for a code (C7)", () => {
  let login: ReturnType<typeof storyLogin>;
  let field: HTMLElement;

  beforeEach(async () => {
    login = storyLogin(fixtures.challenge);
    render(<StoryGuard state={fixtures.challenge} login={login} />);
    field = await screen.findByRole("textbox", { name: "6-digit code" });
  });

  const isTold = async (text: string): Promise<void> => {
    expect(field).toHaveAccessibleDescription(expect.stringContaining(text));
    expect(field).toBeInvalid();
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(text));
    expect(login.guard.sent).toEqual([]);
  };

  it("is left out in silence while it is typed, and told at a submit that finds digits missing", async () => {
    await userEvent.type(field, "12O456");
    expect(field).toHaveValue("12456");
    expect(field).toBeValid();
    await userEvent.keyboard("{Enter}");
    await isTold(DIGITS_ONLY);
    await userEvent.keyboard("{Enter}");
    await isTold("The code has 6 digits. You entered 5.");
  });

  it("is told too where nothing but letters was typed", async () => {
    await userEvent.type(field, "abcdef{Enter}");
    await isTold(DIGITS_ONLY);
  });

  it("is told at once where it was pasted and brought no digit, and what was there stays", async () => {
    await userEvent.type(field, "12");
    await userEvent.paste("abcdef");
    await isTold(DIGITS_ONLY);
    expect(field).toHaveValue("12");
    await userEvent.type(field, "3");
    expect(field).toBeValid();
  });

  it("is not spoken of once six digits are there, nor after the field was emptied", async () => {
    await userEvent.type(field, "1a{Backspace}{Enter}");
    await isTold("Enter the 6-digit code");
    await userEvent.type(field, "12345x6");
    expect(login.guard.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]);
  });
});
