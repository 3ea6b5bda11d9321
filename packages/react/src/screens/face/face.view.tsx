import { activeFactor, type FaceState, type FaceVerifyingState } from "@guard/machine";
import { useEffect, type ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { BackButton } from "../../ui/back-button.tsx";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { MethodScreen } from "../../ui/methods/method-screen.tsx";
import { OtherMethods } from "../../ui/methods/other-methods.tsx";
import { usePart, useView } from "../../view-context.ts";
import { PictureFile } from "./picture-file.tsx";
import type { Camera } from "./use-camera.ts";
import { useFaceForm } from "./use-face-form.ts";

const troubles: readonly Camera["is"][] = ["denied", "none", "lost"];

/** A picture of the face, by the camera or from a file (R17). What it is for stands first; the camera starts only when asked. */
export function FaceView({ state }: { readonly state: FaceState | FaceVerifyingState }): ReactNode {
  const { say, announce } = useView();
  const part = usePart();
  const { failure, bound } = activeFactor(state.challenge);
  const busy = state.at === "face.verifying";
  const { camera, video, unreadable, onSubmit, onFile } = useFaceForm(busy);
  const trouble = troubles.includes(camera.is) ? say(`face.${camera.is as "denied" | "none" | "lost"}`) : undefined;
  const told = useFailureText(failure);
  const refusal = unreadable ? say("error.image_invalid") : told;
  const on = camera.is === "on";

  useEffect(() => {
    if (on) announce(say("face.ready"));
  }, [on, announce, say]);

  return (
    <MethodScreen title={say(bound ? "face.title" : "face.titleBind")} description={say(bound ? "face.why" : "face.whyBind")} alert={trouble ?? (busy ? undefined : refusal)}>
      <Form busy={busy} onSubmit={onSubmit}>
        {on && (
          <div {...part("camera")}>
            <video ref={video} autoPlay playsInline muted aria-hidden="true" data-mirror="" />
          </div>
        )}
        <SubmitButton busy={busy || camera.is === "asking"}>{say(on ? "face.take" : "face.start")}</SubmitButton>
        <PictureFile busy={busy} onFile={onFile} />
        <OtherMethods />
        <BackButton>{say("back.password")}</BackButton>
      </Form>
    </MethodScreen>
  );
}
