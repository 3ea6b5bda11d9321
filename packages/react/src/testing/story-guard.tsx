import type { GuardAdapter, Settings } from "@guard/contract";
import type { Guard, State } from "@guard/machine";
import { manualClock, movingGuard, stillGuard, T0, type ManualClock, type Network, type StillGuard } from "@guard/machine/testing";
import { useMemo, type ReactNode } from "react";
import { GuardStage } from "../guard-provider.tsx";
import type { GuardProps } from "../guard-props.ts";
import { GuardShell } from "../guard-shell.tsx";
import { StoryLogo } from "./story-logo.tsx";

/** A login that stands still: its state and its clock move only when a story moves them. */
export interface StoryLogin {
  readonly guard: StillGuard;
  readonly clock: ManualClock;
}

export function storyLogin(state: State): StoryLogin {
  const clock = manualClock(T0);
  return { guard: stillGuard(state, clock), clock };
}

/** A login that goes on by itself, as the toolbar's network answers it. */
export interface LivingLogin {
  readonly guard: Guard;
  readonly clock: ManualClock;
}

export function livingLogin(state: State, network: Network): LivingLogin {
  const clock = manualClock(T0);
  return { guard: movingGuard(state, clock, () => network), clock };
}

/** What a server would say about `demo`; handed in, so that no story asks one. */
export const storySettings: Settings = {
  app: "demo",
  name: "Acme",
  factors: ["email"],
  identifiers: ["email", "phone", "username"],
  signInMethods: ["password"],
  codeLength: 6,
  resendSeconds: 60,
  branding: {},
  links: { forgotPassword: "#forgot", help: "#help" },
  now: T0,
};

const nobody = (operation: string) => (): never => {
  throw new Error(`A story called adapter.${operation}(). Stories show one state and talk to nobody: give the answer as a state, or test the flow against the mock server.`);
};

export const silentAdapter = new Proxy({} as GuardAdapter, { get: (_, operation) => nobody(String(operation)) });

const slots = { Logo: StoryLogo };

export interface StoryGuardProps extends Omit<GuardProps, "adapter" | "app"> {
  /** The state that the story shows. */
  readonly state: State;
  /** Handed in by Storybook's loader, so that the play function holds the same login. */
  readonly login?: LivingLogin;
  /** Behind every screen, as in a dialog. */
  readonly children?: ReactNode;
}

/** Our views over a login that stands still. For stories and view tests; not part of the package. */
export function StoryGuard({ state, login, ...props }: StoryGuardProps): ReactNode {
  const { guard } = useMemo(() => login ?? storyLogin(state), [login, state]);
  return (
    <GuardStage guard={guard}>
      <GuardShell slots={slots} initialSettings={storySettings} {...props} adapter={silentAdapter} app="demo" />
    </GuardStage>
  );
}
