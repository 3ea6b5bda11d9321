import { fixtures, variants } from "@guard/machine/testing";
import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { Guard, type IconProps, type Slots, type TitleProps } from "./index.ts";
import { silentAdapter, StoryGuard, storySettings } from "./testing/story-guard.tsx";

const Title = ({ as: Heading, children, ...heading }: TitleProps): ReactNode => (
  <Heading {...heading}>
    <em>{children}</em>
  </Heading>
);
const Icon = ({ name, ...svg }: IconProps): ReactNode => (
  <svg {...svg}>
    <desc>{name}</desc>
  </svg>
);
const slots: Slots = { Title, Icon, Logo: () => <b>Acme</b>, Footer: () => <i>Since 1999</i>, Spinner: ({ "aria-hidden": hidden }) => <u aria-hidden={hidden}>…</u> };

it("the host’s components stand in our places and keep what a step needs of them", () => {
  render(<StoryGuard state={fixtures.password} slots={slots} headingLevel={3} />);
  const heading = screen.getByRole("heading", { level: 3, name: "Sign in" });
  expect(heading).toHaveAttribute("id", "guard-title");
  expect(heading).toHaveAttribute("data-slot", "title");
  heading.focus();
  expect(heading).toHaveFocus();
  expect(screen.getByRole("region", { name: "Sign in" })).toBeVisible();
  expect(screen.getByText("Acme").parentElement).toHaveAttribute("data-slot", "logo");
  expect(screen.getByText("Since 1999").parentElement).toHaveAttribute("data-slot", "footer");
  expect(within(screen.getByRole("button", { name: "Sign in" })).getByText("…")).toBeInTheDocument();
});

it("every drawing goes through one slot, with its part and without a word of its own", async () => {
  render(<StoryGuard state={variants.everyFactor} slots={slots} classNames={{ icon: "mine" }} factorPicker="list" />);
  const names = (await screen.findAllByText(/^(sms|totp|face|recovery|next|back)$/)).map(({ textContent }) => textContent);
  expect(new Set(names)).toEqual(new Set(["sms", "totp", "face", "recovery", "next", "back"]));
  for (const svg of document.querySelectorAll("svg")) expect(svg).toHaveAttribute("class", "mine");
  expect(screen.getByText("back").parentElement).toHaveAttribute("data-mirror", "");
  expect(screen.getByText("sms").parentElement).not.toHaveAttribute("data-mirror");
});

it("slotProps reach the host’s component, and ours win", () => {
  const Named = ({ team, id, children }: TitleProps & { readonly team: string }): ReactNode => (
    <h2 id={id}>
      {children} to {team}
    </h2>
  );
  render(<Guard adapter={silentAdapter} app="demo" initialSettings={storySettings} slots={{ Title: Named }} slotProps={{ Title: { team: "Acme", id: "other" } }} />);
  expect(screen.getByRole("heading", { name: "Sign in to Acme" })).toHaveAttribute("id", "guard-title");
});
