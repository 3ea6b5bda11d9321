import { activeFactor, type FaceState, type FaceVerifyingState } from "@guard/machine";
import type { ReactNode } from "react";
import { BackButton } from "../../ui/back-button.tsx";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { useView } from "../../view-context.ts";
import { FaceScreen } from "./face-screen.tsx";

/** The face as a login's second factor, or bound during it. */
export function FaceView({ state }: { readonly state: FaceState | FaceVerifyingState }): ReactNode {
  const { say } = useView();
  const { failure, bound } = activeFactor(state.challenge);
  const first = state.challenge.need === "prove" ? say("verify.prove") : undefined;
  return (
    <FaceScreen first={first} bound={bound} busy={state.at === "face.verifying"} failure={failure} frame={(screen) => <MethodScreen {...screen} />}>
      <OtherMethods />
      <BackButton>{say("back.password")}</BackButton>
    </FaceScreen>
  );
}
