import type { State, Step } from "@guard/machine";
import { useSyncExternalStore, type ComponentType } from "react";
import { PasswordView } from "./password/password.view.tsx";

/** A view as the shell renders it. Its own type narrows `state`; the step is what ties the two. */
export type StepView = ComponentType<{ readonly state: State }>;

/** A step's view: there, on its way, or not to be had just now. */
export type LoadedScreen =
  | { readonly is: "ready"; readonly View: StepView }
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly fault: unknown; readonly retry: () => void };

// The casts: each view takes only its own states, and the step that names it is derived from that state.
const loaders: { readonly [S in Exclude<Step, "password">]: () => Promise<StepView> } = {
  resume: () => import("./resume/resume.view.tsx").then(({ ResumeView }) => ResumeView as StepView),
  verify: () => import("./verify/verify.view.tsx").then(({ VerifyView }) => VerifyView as StepView),
  bind: () => import("./bind/bind.view.tsx").then(({ BindView }) => BindView as StepView),
  codeRequest: () => import("./code-sign-in/code-request.view.tsx").then(({ CodeRequestView }) => CodeRequestView as StepView),
  codeVerify: () => import("./code-sign-in/code-verify.view.tsx").then(({ CodeVerifyView }) => CodeVerifyView as StepView),
  enrol: () => import("./enrol/enrol.view.tsx").then(({ EnrolView }) => EnrolView as StepView),
  face: () => import("./face/face.view.tsx").then(({ FaceView }) => FaceView as StepView),
  recovery: () => import("./recovery/recovery.view.tsx").then(({ RecoveryView }) => RecoveryView as StepView),
  recoveryCode: () => import("./recovery-code/recovery-code.view.tsx").then(({ RecoveryCodeView }) => RecoveryCodeView as StepView),
  locked: () => import("./locked/locked.view.tsx").then(({ LockedView }) => LockedView as StepView),
  closed: () => import("./closed/closed.view.tsx").then(({ ClosedView }) => ClosedView as StepView),
  expired: () => import("./expired/expired.view.tsx").then(({ ExpiredView }) => ExpiredView as StepView),
  done: () => import("./done/done.view.tsx").then(({ DoneView }) => DoneView as StepView),
};

const screens = new Map<Step, LoadedScreen>([["password", { is: "ready", View: PasswordView as StepView }]]);
const listeners = new Set<() => void>();
const loading: LoadedScreen = { is: "loading" };

function put(step: Step, screen: LoadedScreen): void {
  screens.set(step, screen);
  for (const listener of listeners) listener();
}

function load(step: Exclude<Step, "password">): void {
  const known = screens.get(step);
  if (known && known.is !== "failed") return;
  put(step, loading);
  loaders[step]().then(
    (View) => put(step, { is: "ready", View }),
    (fault: unknown) => put(step, { is: "failed", fault, retry: () => load(step) }),
  );
}

/** Fetches the later steps while the person types, so that no step waits for its chunk. */
export function prefetchScreens(): void {
  for (const step of Object.keys(loaders) as (keyof typeof loaders)[]) load(step);
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
