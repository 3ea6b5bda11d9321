// A chunk of its own that knows the others: a new step adds nothing to the first.
import type { Step } from "@guard/machine";
import type { StepView } from "./registry.ts";

export type LaterStep = Exclude<Step, "password">;

const pending = (): Promise<StepView> => import("./pending.view.tsx").then(({ PendingView }) => PendingView);

// The casts: each view takes only its own states, and the step that names it is derived from that state.
export const laterViews: { readonly [S in LaterStep]: () => Promise<StepView> } = {
  resume: () => import("./resume/resume.view.tsx").then(({ ResumeView }) => ResumeView as StepView),
  verify: () => import("./verify/verify.view.tsx").then(({ VerifyView }) => VerifyView as StepView),
  bind: () => import("./bind/bind.view.tsx").then(({ BindView }) => BindView as StepView),
  codeRequest: pending,
  codeVerify: pending,
  enrol: pending,
  face: pending,
  recovery: pending,
  recoveryCode: pending,
  locked: () => import("./locked/locked.view.tsx").then(({ LockedView }) => LockedView as StepView),
  closed: () => import("./closed/closed.view.tsx").then(({ ClosedView }) => ClosedView as StepView),
  expired: () => import("./expired/expired.view.tsx").then(({ ExpiredView }) => ExpiredView as StepView),
  done: () => import("./done/done.view.tsx").then(({ DoneView }) => DoneView as StepView),
};
