import { centerTasks, centerTransition, initialCenter, type CenterAnswer, type CenterEffect, type CenterEvent, type CenterState, type CenterUserEvent } from "../center/index.ts";
import { createLoop, type Loop, type LoopOptions } from "./loop.ts";
import { performCenter, type Visit } from "./perform-center.ts";

export interface CenterOptions extends LoopOptions {
  /** Asked at each call, so that a host may hand in a new adapter object at every render. */
  readonly visit: () => Visit;
}

/** One visit to the personal centre, running. */
export type Center = Loop<CenterState, CenterUserEvent>;

export function createCenter({ visit, ...options }: CenterOptions): Center {
  return createLoop<CenterState, CenterEvent, CenterEffect, CenterAnswer>(
    {
      initial: initialCenter,
      transition: centerTransition,
      tasksOf: centerTasks,
      perform: (effect, context) => performCenter(visit(), effect, context),
      started: () => ({ type: "START" }),
    },
    options,
  );
}
