import { useState, type ChangeEvent, type FormEvent } from "react";
import { useView } from "../../view-context.ts";
import { readPicture, toJpeg } from "./picture.ts";
import { useCamera, type Camera } from "./use-camera.ts";

interface FaceForm extends Pick<ReturnType<typeof useCamera>, "camera" | "video"> {
  /** The last picture could not be read. */
  readonly unreadable: boolean;
  /** The last picture waits to be handed over once more. */
  readonly repeats: boolean;
  /** Starts the camera; with the camera on, takes the picture; hands over once more what was never judged. */
  readonly onSubmit: (event: FormEvent) => void;
  readonly onFile: (event: ChangeEvent<HTMLInputElement>) => void;
}

const isOn = ({ is }: Camera): boolean => is === "on";

/** A picture from the camera or from a file, handed over once. The view holds the last one as a field holds a code: where its verdict never arrived, another picture would be another try (R12a). */
export function useFaceForm(busy: boolean, unheard: boolean): FaceForm {
  const { submit } = useView();
  const { camera, video, start, stop } = useCamera();
  const [unreadable, setUnreadable] = useState(false);
  const [held, setHeld] = useState<Uint8Array>();
  const repeats = unheard && held !== undefined;

  const hand = (image: Uint8Array | undefined): void => {
    setUnreadable(image === undefined);
    setHeld(image);
    if (image) submit({ type: "FACE.SUBMIT", image });
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || camera.is === "asking") return;
    if (repeats) hand(held);
    else if (isOn(camera) && video.current) void toJpeg(video.current).then(hand);
    else start();
  };

  const onFile = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again after a refusal.
    target.value = "";
    if (!file || busy) return;
    // Whoever chooses a photo needs no camera, nor to hear any longer what was wrong with it.
    stop();
    void readPicture(file).then(hand);
  };

  return { camera, video, unreadable, repeats, onSubmit, onFile };
}
