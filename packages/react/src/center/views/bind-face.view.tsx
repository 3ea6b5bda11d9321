import type { FaceBindingState, FaceState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { FaceScreen } from "../../screens/face/face-screen.tsx";
import { Screen } from "../../ui/screen.tsx";
import { ToOverview } from "./to-overview.tsx";

/** A picture that becomes the bound face (R17). */
export function BindFaceView({ state }: { readonly state: FaceState | FaceBindingState }): ReactNode {
  const failure = state.at === "face" ? state.failure : undefined;
  return (
    <FaceScreen bound={false} busy={state.at === "face.binding"} failure={failure} frame={(screen) => <Screen {...screen} />}>
      <ToOverview />
    </FaceScreen>
  );
}
