// A chunk of its own that knows the others: a new step adds nothing to the first.
import type { Step } from "@guard/machine";
import type { StepView } from "./registry.ts";

export type LaterStep = Exclude<Step, "password">;

// The casts: each view takes only its own states, and the step that names it is derived from that state.
export const laterViews: { readonly [S in LaterStep]: () => Promise<StepView> } = {
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
