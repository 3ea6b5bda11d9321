import { fixtures } from "@guard/machine/testing";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TitleProps } from "../index.ts";
import { StoryGuard, type StoryGuardProps } from "../testing/story-guard.tsx";
import { styleAdvice } from "./advice.ts";

let warnings: string[] = [];

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, "warn").mockImplementation((text: string) => void warnings.push(text));
});

afterEach(() => vi.restoreAllMocks());

/** Props as a page without a compiler hands them in. */
const page = (slip: object) => (
  <StrictMode>
    <StoryGuard state={fixtures.password} {...(slip as Partial<StoryGuardProps>)} />
  </StrictMode>
);

const Bare = ({ children }: TitleProps) => <h2>{children}</h2>;

it.each([
  ["an unknown part", { classNames: { sumbit: "mine" } }, /classNames has "sumbit", but no part is called so: the class is on nothing\. Name a part: root, card, .*submit/],
  ["an unknown slot", { slots: { Foter: () => null } }, /has "Foter", but no slot is called so: it is never rendered\. Name a slot: Logo, .*Footer/],
  ["props for a slot that is not replaced", { slots: {}, slotProps: { Footer: { tenant: "Acme" } } }, /slotProps has "Footer", but slots has no component of that name/],
  ["a theme that createTheme did not make", { theme: { accent: "#0a7" } }, /theme has no vars, .* createTheme\(\)/],
  ["a token of somebody else", { theme: { vars: { "--primary": "#0a7" } } }, /theme\.vars has "--primary"/],
  ["a title that drops what it got", { slots: { Title: Bare } }, /slots\.Title renders no element with the id and the tabIndex/],
])("%s is told once, and the form takes a login all the same", async (_, slip, says) => {
  const { rerender } = render(page(slip));
  await waitFor(() => expect(warnings).toHaveLength(1));
  expect(warnings[0]).toMatch(says);
  rerender(page({ ...slip }));
  await userEvent.type(screen.getByLabelText("Password"), "typed");
  expect(screen.getByLabelText("Password")).toHaveValue("typed");
  expect(warnings).toHaveLength(1);
});

it("nothing is said about what is right, nor about a stylesheet where nothing is drawn", async () => {
  render(page({ classNames: { submit: "mine" }, slots: { Title: ({ as: Heading, ...title }: TitleProps) => <Heading {...title} /> }, slotProps: { Title: {} }, theme: { vars: { "--guard-accent": "#0a7" } } }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(styleAdvice(document.querySelector("[data-guard]"))).toEqual([]);
  expect(warnings).toEqual([]);
});

it("a missing stylesheet is named with its import, where something is drawn", () => {
  const drawn = { getClientRects: () => [{}] } as unknown as Element;
  vi.stubGlobal("getComputedStyle", () => ({ containerName: "none" }));
  expect(styleAdvice(drawn)).toEqual([expect.stringMatching(/stylesheet is missing.*this login works.*Import "@guard\/theme\/styles\.css"/)]);
  vi.stubGlobal("getComputedStyle", () => ({ containerName: "guard" }));
  expect(styleAdvice(drawn)).toEqual([]);
  vi.unstubAllGlobals();
});
