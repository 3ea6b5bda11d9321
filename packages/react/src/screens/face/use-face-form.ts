import { useState, type ChangeEvent, type FormEvent } from "react";
import { useView } from "../../view-context.ts";
import { readPicture, toJpeg } from "./picture.ts";
import { useCamera, type Camera } from "./use-camera.ts";

interface FaceForm extends Pick<ReturnType<typeof useCamera>, "camera" | "video"> {
  /** The last picture could not be read. */
  readonly unreadable: boolean;
  /** Starts the camera; with the camera on, takes the picture. */
  readonly onSubmit: (event: FormEvent) => void;
  readonly onFile: (event: ChangeEvent<HTMLInputElement>) => void;
}

const isOn = ({ is }: Camera): boolean => is === "on";

/** A picture from the camera or from a file, handed over once. */
export function useFaceForm(busy: boolean): FaceForm {
  const { submit } = useView();
  const { camera, video, start } = useCamera();
  const [unreadable, setUnreadable] = useState(false);

  const hand = (image: Uint8Array | undefined): void => {
    setUnreadable(image === undefined);
    if (image) submit({ type: "FACE.SUBMIT", image });
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || camera.is === "asking") return;
    if (isOn(camera) && video.current) void toJpeg(video.current).then(hand);
    else start();
  };

  const onFile = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again after a refusal.
    target.value = "";
    if (file && !busy) void readPicture(file).then(hand);
  };

  return { camera, video, unreadable, onSubmit, onFile };
}
