import { centerFixtures, centerVariants, fixtures, variants } from "@guard/machine/testing";
import type { State } from "@guard/machine";
import type { CenterState } from "@guard/machine/center";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { GuardDialog } from "./dialog.ts";
import { parts, type ClassNames, type Part } from "./parts.ts";
import { prefetchScreens } from "./screens/registry.ts";
import { StoryCenter } from "./testing/story-center.tsx";
import { silentAdapter, StoryGuard, storySettings, type StoryGuardProps } from "./testing/story-guard.tsx";

const kebab = (part: string): string => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A class for every part; jsdom is no password manager, so `control` may have one too. */
const dressed: ClassNames<object> = Object.fromEntries(parts.map((part) => [part, `host-${part}`]));

const login = (state: State, props: Partial<StoryGuardProps> = {}) => <StoryGuard state={state} classNames={dressed} {...props} />;
const visit = (state: CenterState) => <StoryCenter state={state} classNames={dressed} />;

/** The views of every state, as a list and as tabs. */
const screens = [
  ...Object.values(fixtures).map((state) => login(state)),
  ...Object.values(variants).map((state) => login(state, { factorPicker: "list" })),
  login(variants.everyFactor, { factorPicker: "tabs" }),
  ...[...Object.values(centerFixtures), ...Object.values(centerVariants)].map(visit),
  <GuardDialog key="dialog" open onOpenChange={() => undefined} adapter={silentAdapter} app="demo" initialSettings={storySettings} classNames={dressed} />,
];

/** Those of `parts` that have their class on the slot of their name. */
const dressedIn = (page: ParentNode, wanted: readonly Part[]): Part[] => wanted.filter((part) => page.querySelector(`[data-slot="${kebab(part)}"].host-${part}`) !== null);

/** Those of `parts` that no screen shows. */
function missing(wanted: readonly Part[]): readonly Part[] {
  const page = document.createElement("div");
  return screens.reduce((left, view) => {
    if (left.length === 0) return left;
    page.innerHTML = renderToStaticMarkup(view);
    const found = dressedIn(page, left);
    return left.filter((part) => !found.includes(part));
  }, wanted);
}

/** The camera's picture is there only while a camera is on. */
async function withCamera(): Promise<void> {
  prefetchScreens();
  const stream = { getTracks: () => [], getVideoTracks: () => [] };
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator) as Navigator, { mediaDevices: { getUserMedia: async () => stream } }));
  render(login(fixtures.face));
  await userEvent.click(await screen.findByRole("button", { name: "Start camera" }));
  await waitFor(() => expect(document.querySelector("video")).not.toBeNull());
}

afterEach(() => vi.unstubAllGlobals());

describe("classNames", () => {
  it("reach the DOM for every part, each on the slot of its name", { timeout: 10_000 }, async () => {
    await withCamera();
    expect(dressedIn(document, ["camera"])).toEqual(["camera"]);
    let left: readonly Part[] = parts.filter((part) => part !== "camera");
    // Chunks arrive one by one; with them their views.
    await vi.waitFor(() => {
      left = missing(left);
      expect(left).toEqual([]);
    }, { timeout: 5_000, interval: 200 });
  });

  it("are asked anew in each state, by its name, its step and its status", () => {
    const asked = vi.fn<(state: object) => string>(() => "mine");
    const classNames: ClassNames = { root: ({ status }) => status, submit: (state) => (state.at === "password.submitting" ? asked(state) : undefined) };
    const page = render(<StoryGuard state={fixtures.password} classNames={classNames} />);
    expect(screen.getByRole("button", { name: "Sign in" })).not.toHaveAttribute("class");
    page.rerender(<StoryGuard state={fixtures["password.submitting"]} classNames={classNames} />);
    expect(screen.getByRole("button", { name: "Sign in" })).toHaveClass("mine");
    expect(document.querySelector("[data-guard]")).toHaveClass("submitting");
    expect(asked).toHaveBeenCalledWith({ at: "password.submitting", step: "password", status: "submitting", factor: undefined });
  });

  it("take no name that is no part", () => {
    // @ts-expect-error -- a slip of the pen does not compile
    const slip: ClassNames = { sumbit: "mine" };
    expect(Object.keys(slip)).toEqual(["sumbit"]);
  });
});

it("a theme is custom properties on the root, and on nothing else", () => {
  render(<StoryGuard state={fixtures.password} theme={{ vars: { "--guard-accent": "#0a7" } }} />);
  const styled = [...document.querySelectorAll("[style]")].map((element) => [element.getAttribute("data-slot"), element.getAttribute("style")]);
  expect(styled).toEqual([["root", "--guard-accent: #0a7;"]]);
});
