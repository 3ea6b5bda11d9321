import type { State } from "@guard/machine";
import type { CenterState } from "@guard/machine/center";
import { fixtures, type Network } from "@guard/machine/testing";
import { livingVisit, storyVisit, type LivingVisit } from "./story-center.tsx";
import { livingLogin, storyLogin, type LivingLogin } from "./story-guard.tsx";

export type { Network };

/** What a story runs on, fresh for each showing. */
export interface Stage {
  readonly login: LivingLogin;
  readonly visit: LivingVisit;
}

/** A machine that stands still, or one that goes on as a network answers it. A part needs any state. */
export function stageOf(state: unknown = fixtures.password, network?: Network): Stage {
  // The casts: a story's title says whose state it shows, and only that machine is looked at.
  const [ofLogin, ofVisit] = [state as State, state as CenterState];
  if (network) return { login: livingLogin(ofLogin, network), visit: livingVisit(ofVisit, network) };
  return { login: storyLogin(ofLogin), visit: storyVisit(ofVisit) };
}
