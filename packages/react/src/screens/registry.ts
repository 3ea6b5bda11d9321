import { loadLaterEnglish } from "@guard/locales";
import type { State, Step } from "@guard/machine";
import { useSyncExternalStore, type ComponentType } from "react";
import { learnEnglish } from "../i18n/create-i18n.ts";
import type { LaterStep } from "./later-views.ts";
import { PasswordView } from "./password/password.view.tsx";

/** A view as the shell renders it. Its own type narrows `state`; the step is what ties the two. */
export type StepView = ComponentType<{ readonly state: State }>;

/** A step's view: there, on its way, or not to be had just now. */
export type LoadedScreen =
  | { readonly is: "ready"; readonly View: StepView }
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly fault: unknown; readonly retry: () => void };

const loadViews = async (): Promise<typeof import("./later-views.ts").laterViews> => {
  const [{ laterViews }, english] = await Promise.all([import("./later-views.ts"), loadLaterEnglish()]);
  learnEnglish(english);
  return laterViews;
};

// The cast: the password view takes only its own states, and no other step names it.
const screens = new Map<Step, LoadedScreen>([["password", { is: "ready", View: PasswordView as StepView }]]);
const listeners = new Set<() => void>();
const loading: LoadedScreen = { is: "loading" };

function put(step: Step, screen: LoadedScreen): void {
  screens.set(step, screen);
  for (const listener of listeners) listener();
}

function load(step: LaterStep): void {
  const known = screens.get(step);
  if (known && known.is !== "failed") return;
  put(step, loading);
  loadViews().then((views) => views[step]()).then(
    (View) => put(step, { is: "ready", View }),
    (fault: unknown) => put(step, { is: "failed", fault, retry: () => load(step) }),
  );
}

/** Fetches the later steps while the person types, so that no step waits for its chunk. What is lost here is no fault yet: its step asks again. */
export function prefetchScreens(): void {
  const loadAll = (views: object): void => (Object.keys(views) as LaterStep[]).forEach(load);
  loadViews().then(loadAll, () => undefined);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The view of a step. The first one is always there; the others are chunks of their own (law 12). */
export function useScreen(step: Step): LoadedScreen {
  const read = (): LoadedScreen => screens.get(step) ?? loading;
  return useSyncExternalStore(
    (listener) => {
      if (step !== "password") load(step);
      return subscribe(listener);
    },
    read,
    read,
  );
}
