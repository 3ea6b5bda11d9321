import type { Failure } from "@guard/machine";
import { useEffect, type ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { Form, SubmitButton } from "../../ui/form.tsx";
import type { OwnScreen } from "../../ui/methods/method-screen.tsx";
import { usePart, useView } from "../../view-context.ts";
import { PictureFile } from "./picture-file.tsx";
import type { Camera } from "./use-camera.ts";
import { useFaceForm } from "./use-face-form.ts";

const troubles: readonly Camera["is"][] = ["denied", "none", "lost"];

interface FaceScreenProps {
  /** Stands before what the picture is for: why it is asked. */
  readonly first?: string | undefined;
  /** The picture is compared with the bound face, or else becomes it. */
  readonly bound: boolean;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** The screen around it: with tabs, where there are other methods. */
  readonly frame: (screen: OwnScreen) => ReactNode;
  /** The ways beside it. */
  readonly children: ReactNode;
}

/** A picture of the face, by the camera or from a file (R17). What it is for stands first; the camera starts only when asked. */
export function FaceScreen({ first, bound, busy, failure, frame, children }: FaceScreenProps): ReactNode {
  const { say, announce } = useView();
  const part = usePart();
  const { camera, video, unreadable, repeats, onSubmit, onFile } = useFaceForm(busy, failure?.unheard !== undefined);
  const told = useFailureText(failure);
  const trouble = troubles.includes(camera.is) ? say(`face.${camera.is as "denied" | "none" | "lost"}`) : undefined;
  const refusal = unreadable ? say("error.image_invalid") : told;
  const on = camera.is === "on";
  const why = say(bound ? "face.why" : "face.whyBind");
  const label = repeats ? "screen.retry" : on ? "face.take" : "face.start";

  useEffect(() => {
    if (on) announce(say("face.ready"));
  }, [on, announce, say]);

  return frame({
    title: say(bound ? "face.title" : "face.titleBind"),
    description: first === undefined ? why : say("sentence.pair", { first, second: why }),
    alert: trouble ?? (busy ? undefined : refusal),
    children: (
      <Form busy={busy} onSubmit={onSubmit}>
        {on && (
          <div {...part("camera")}>
            <video ref={video} autoPlay playsInline muted aria-hidden="true" data-mirror="" />
          </div>
        )}
        <SubmitButton busy={busy || camera.is === "asking"}>{say(label)}</SubmitButton>
        <PictureFile busy={busy} onFile={onFile} />
        {children}
      </Form>
    ),
  });
}
