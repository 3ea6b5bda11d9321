import type { Center, CenterState } from "@guard/machine/center";
import { manualClock, movingCenter, session, stillCenter, T0, type ManualClock, type Network, type StillCenter } from "@guard/machine/testing";
import { useMemo, type ReactNode } from "react";
import type { SecurityCenterProps } from "../center/center-props.ts";
import { CenterShell } from "../center/center-shell.tsx";
import { CenterContext } from "../center/use-center.ts";
import { RunningContext } from "../running.ts";
import { silentAdapter, storySettings } from "./story-guard.tsx";

/** A visit that stands still: its state and its clock move only when a story moves them. */
export interface StoryVisit {
  readonly center: StillCenter;
  readonly clock: ManualClock;
}

export function storyVisit(state: CenterState): StoryVisit {
  const clock = manualClock(T0);
  return { center: stillCenter(state, clock), clock };
}

/** A visit that goes on by itself, as the toolbar's network answers it. */
export interface LivingVisit {
  readonly center: Center;
  readonly clock: ManualClock;
}

export function livingVisit(state: CenterState, network: Network): LivingVisit {
  const clock = manualClock(T0);
  return { center: movingCenter(state, clock, () => network), clock };
}

export interface StoryCenterProps extends Omit<SecurityCenterProps, "adapter" | "session"> {
  /** The state that the story shows. */
  readonly state: CenterState;
  /** Handed in by Storybook's loader, so that the play function holds the same visit. */
  readonly visit?: LivingVisit;
}

/** The personal centre's views over a visit that stands still. For stories and view tests; not part of the package. */
export function StoryCenter({ state, visit, ...props }: StoryCenterProps): ReactNode {
  const { center } = useMemo(() => visit ?? storyVisit(state), [visit, state]);
  return (
    <RunningContext value={center}>
      <CenterContext value={center}>
        <CenterShell initialSettings={storySettings} {...props} adapter={silentAdapter} session={session} />
      </CenterContext>
    </RunningContext>
  );
}
