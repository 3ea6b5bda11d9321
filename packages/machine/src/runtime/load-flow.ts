import type { transition } from "../flow/index.ts";
import type { perform } from "./perform.ts";

interface Flow {
  readonly transition: typeof transition;
  readonly perform: typeof perform;
}

// One for the page: what one login has loaded the next one has.
let flow: Flow | undefined;
let loading: Promise<Flow> | undefined;

/** The flow beyond the first step, once it is there. */
export const loadedFlow = (): Flow | undefined => flow;

/** Fetches the flow beyond the first step. A chunk that was lost on the way is asked for again at the next call. */
export function loadFlow(): Promise<Flow> {
  loading ??= import("./whole-flow.ts").then(
    ({ transition, perform }) => (flow = { transition, perform }),
    (fault: unknown) => {
      loading = undefined;
      throw fault;
    },
  );
  return loading;
}

/** Fetches it ahead of need. One that is lost is no fault yet: the first submit asks for it again. */
export const prefetchFlow = (): void => void loadFlow().catch(() => undefined);
