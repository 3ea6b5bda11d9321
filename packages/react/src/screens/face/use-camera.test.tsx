import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useCamera } from "./use-camera.ts";

interface FakeTrack extends EventTarget {
  live: boolean;
}

function fakeStream() {
  const track: FakeTrack = Object.assign(new EventTarget(), { live: true });
  const stop = (): void => void (track.live = false);
  const tracks = [Object.assign(track, { stop })];
  return { track, stream: { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream }; // jsdom has no media; the hook asks a stream for its tracks only
}

/** Cameras whose permission is granted when the test says so, in any order. */
function askedCameras() {
  const asked: PromiseWithResolvers<MediaStream>[] = [];
  const getUserMedia = (): Promise<MediaStream> => {
    const next = Promise.withResolvers<MediaStream>();
    asked.push(next);
    return next.promise;
  };
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
  return {
    grant: async (index: number): Promise<FakeTrack> => {
      const { track, stream } = fakeStream();
      await act(async () => asked[index]?.resolve(stream));
      return track;
    },
    refuse: (index: number) => act(async () => asked[index]?.reject(new DOMException("no", "NotAllowedError"))),
  };
}

afterEach(() => vi.unstubAllGlobals());

it("a start that was given up and granted after the next one leaves no camera on", async () => {
  const { grant } = askedCameras();
  const { result, unmount } = renderHook(() => useCamera());
  act(() => result.current.start());
  act(() => result.current.stop());
  act(() => result.current.start());
  const second = await grant(1);
  const first = await grant(0);
  expect([first.live, second.live]).toEqual([false, true]);
  expect(result.current.camera).toEqual({ is: "on" });
  unmount();
  expect(second.live).toBe(false);
});

it("a start that was given up and granted before the next one leaves none on either", async () => {
  const { grant } = askedCameras();
  const { result, unmount } = renderHook(() => useCamera());
  act(() => result.current.start());
  act(() => result.current.stop());
  act(() => result.current.start());
  const first = await grant(0);
  expect(first.live).toBe(false);
  expect(result.current.camera).toEqual({ is: "asking" });
  const second = await grant(1);
  unmount();
  expect([first.live, second.live]).toEqual([false, false]);
});

it("a permission that is granted after the view has gone switches nothing on", async () => {
  const { grant } = askedCameras();
  const { result, unmount } = renderHook(() => useCamera());
  act(() => result.current.start());
  unmount();
  expect((await grant(0)).live).toBe(false);
});

it("somebody's no to a start that was given up says nothing of the next one", async () => {
  const { grant, refuse } = askedCameras();
  const { result } = renderHook(() => useCamera());
  act(() => result.current.start());
  act(() => result.current.stop());
  act(() => result.current.start());
  await refuse(0);
  expect(result.current.camera).toEqual({ is: "asking" });
  await grant(1);
  expect(result.current.camera).toEqual({ is: "on" });
});
