import { isBusy, stepOf, type Guard, type State, type Step, type UserEvent } from "@guard/machine";
import { use, useSyncExternalStore } from "react";
import { GuardContext } from "./guard-provider.tsx";

/** A login as a component sees it. `state.at` narrows to the data of that state. */
export interface GuardSnapshot {
  readonly state: State;
  readonly step: Step;
  /** A call runs that only BACK leaves. */
  readonly busy: boolean;
  readonly send: (event: UserEvent) => void;
}

/** The running login itself. Throws outside of a Guard. */
export function useRunningGuard(): Guard {
  const guard = use(GuardContext);
  if (!guard) throw new Error("useGuard() found no Guard above it, so it has no login to read. Render it inside <Guard> or <GuardProvider>.");
  return guard;
}

const snapshots = new WeakMap<Guard, GuardSnapshot>();

/** One snapshot a state: `useSyncExternalStore` compares by identity. Kept by login, for two may be in the same state object. */
function snapshotOf(guard: Guard): GuardSnapshot {
  const state = guard.getState();
  const known = snapshots.get(guard);
  if (known?.state === state) return known;
  const made = { state, step: stepOf(state), busy: isBusy(state), send: guard.send };
  snapshots.set(guard, made);
  return made;
}

const whole = (snapshot: GuardSnapshot): GuardSnapshot => snapshot;

/** Reads the running login, for your own markup. The component renders again when what it selects changes. */
export function useGuard(): GuardSnapshot;
export function useGuard<T>(select: (snapshot: GuardSnapshot) => T): T;
export function useGuard<T>(select: (snapshot: GuardSnapshot) => T | GuardSnapshot = whole): T | GuardSnapshot {
  const guard = useRunningGuard();
  const read = (): GuardSnapshot => snapshotOf(guard);
  return select(useSyncExternalStore(guard.subscribe, read, read));
}
