import type { Session } from "@guard/contract";
import type { CenterState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { AddressView } from "./address.view.tsx";
import { BindFaceView } from "./bind-face.view.tsx";
import { CodeView } from "./code.view.tsx";
import { CenterClosedView, CenterLockedView, SignedOutView } from "./ended.view.tsx";
import { CenterEnrolView } from "./enrol.view.tsx";
import { FreshCodeView } from "./fresh-code.view.tsx";
import { OverviewView } from "./overview.view.tsx";
import { PasswordProofView } from "./password-proof.view.tsx";
import { RenewView, UnbindView } from "./sure.view.tsx";
import { StepUpView } from "./step-up.view.tsx";

/** The view of a state. All of them are one chunk: who is here has logged in and came for it. */
export function viewOf(state: CenterState, session: Session): ReactNode {
  switch (state.at) {
    case "unread":
    case "loading":
    case "failed":
    case "overview":
    case "device.revoking":
      return <OverviewView state={state} />;
    case "stepUp":
    case "stepUp.verifying":
      return <StepUpView state={state} />;
    case "stepUp.password":
    case "stepUp.checking":
      return <PasswordProofView state={state} username={session.user.username} />;
    case "bindTarget":
    case "bindTarget.sending":
      return <AddressView state={state} />;
    case "bindConfirm":
    case "bindConfirm.confirming":
      return <CodeView state={state} />;
    case "enrol.loading":
    case "enrol.failed":
    case "enrol":
    case "enrol.confirming":
      return <CenterEnrolView state={state} />;
    case "face":
    case "face.binding":
      return <BindFaceView state={state} />;
    case "recoveryCode":
      return <FreshCodeView state={state} />;
    case "unbind.confirm":
    case "unbinding":
      return <UnbindView state={state} />;
    case "renew.confirm":
    case "renewing":
      return <RenewView state={state} />;
    case "locked":
      return <CenterLockedView state={state} />;
    case "closed":
      return <CenterClosedView />;
    case "signedOut":
      return <SignedOutView />;
  }
}
