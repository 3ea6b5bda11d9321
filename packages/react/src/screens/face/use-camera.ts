import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

/** `denied`: the person or the system said no. `none`: no camera is there. `lost`: it was, and went away. */
export type Camera = { readonly is: "off" | "asking" | "on" | "denied" | "none" | "lost" };

interface UseCamera {
  readonly camera: Camera;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly start: () => void;
  readonly stop: () => void;
}

const WANTED: MediaStreamConstraints = { audio: false, video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 960 } } };

/** NotAllowedError and SecurityError are somebody's no; every other failure means that there is no camera to use. */
const refusalOf = (fault: unknown): Camera => ({ is: fault instanceof DOMException && (fault.name === "NotAllowedError" || fault.name === "SecurityError") ? "denied" : "none" });

function stopTracks(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The camera's picture in a `<video>`. Never started by itself; its light goes off with the view, and while the page is hidden. */
export function useCamera(): UseCamera {
  const [camera, setCamera] = useState<Camera>({ is: "off" });
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>(undefined);
  // The start that still counts. A permission that is granted to another one, or after the view has gone, must leave no camera on.
  const wanted = useRef<symbol>(undefined);

  const stop = useCallback(() => {
    wanted.current = undefined;
    stopTracks(stream.current);
    stream.current = undefined;
    setCamera({ is: "off" });
  }, []);

  const show = useCallback((opened: MediaStream) => {
    stream.current = opened;
    opened.getVideoTracks()[0]?.addEventListener("ended", () => setCamera({ is: "lost" }));
    setCamera({ is: "on" });
  }, []);

  const start = useCallback(() => {
    const mine = Symbol("start");
    wanted.current = mine;
    setCamera({ is: "asking" });
    const open = async (): Promise<MediaStream> => navigator.mediaDevices.getUserMedia(WANTED);
    void open().then(
      (opened) => (wanted.current === mine ? show(opened) : stopTracks(opened)),
      (fault: unknown) => wanted.current === mine && setCamera(refusalOf(fault)),
    );
  }, [show]);

  useEffect(() => {
    if (camera.is !== "on" || !video.current) return;
    video.current.srcObject = stream.current ?? null;
  }, [camera.is]);

  useEffect(() => {
    const hide = (): void => {
      if (document.hidden) stop();
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      wanted.current = undefined;
      stopTracks(stream.current);
    };
  }, [stop]);

  return { camera, video, start, stop };
}
