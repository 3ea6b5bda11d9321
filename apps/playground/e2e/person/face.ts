import { expect, type Page } from "@playwright/test";
import { MARK } from "../faces/camera-file.ts";
import { photoOf, type Model } from "../faces/models.ts";

/** Every stream that the page was given, for `camerasOn`. */
function rememberStreams(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  const streams: MediaStream[] = [];
  devices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    streams.push(stream);
    return stream;
  };
  Object.assign(window, { streams });
}

/** The number of the frame that a camera shows, -1 before the first; presses the form's button at it if asked to. */
function readFrame(video: Element, { mark: { side, bits }, press }: { readonly mark: typeof MARK; readonly press: boolean }): number {
  if (!(video instanceof HTMLVideoElement) || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return -1;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bits * side, side];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  const isLight = (bit: number): boolean => (context?.getImageData((bit + 0.5) * side, side / 2, 1, 1).data[0] ?? 0) > 127;
  const frame = Array.from({ length: bits }, (_, bit) => (isLight(bit) ? 2 ** bit : 0)).reduce((sum, value) => sum + value, 0);
  if (press) video.closest("form")?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
  return frame;
}

/** The person before the camera, or with a photo in their hand. */
export const face = (page: Page) => {
  const form = page.locator("[data-guard] form");
  const video = form.locator("video");
  // The camera's film begins anew each time it is switched on, and a frame that was taken is taken no more.
  let taken = -1;
  const chooseFile = (file: ReturnType<typeof photoOf>): Promise<void> => form.locator("input[type=file]").setInputFiles(file);
  return {
    /** Before `open`. */
    async watchTheCamera(): Promise<void> {
      await page.addInitScript(rememberStreams);
    },
    /** Cameras whose light is on. */
    camerasOn: (): Promise<number> =>
      page.evaluate(() => {
        const { streams } = window as unknown as { streams: MediaStream[] };
        return streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === "live").length;
      }),
    /** The cable is pulled out: the browser ends the track and tells it. */
    async pullTheCameraOut(): Promise<void> {
      await page.evaluate(() => {
        const { streams } = window as unknown as { streams: MediaStream[] };
        for (const track of streams.flatMap((stream) => stream.getTracks())) {
          track.stop();
          track.dispatchEvent(new Event("ended"));
        }
      });
    },
    async seeFaceStep(): Promise<void> {
      await expect(page.locator("[data-guard]")).toHaveAttribute("data-step", "face");
      await expect(video).toHaveCount(0);
    },
    async startTheCamera(): Promise<void> {
      await form.locator("button[type=submit]").click();
    },
    async seeMyself(): Promise<void> {
      await expect.poll(() => video.evaluate(readFrame, { mark: MARK, press: false })).toBeGreaterThan(taken);
    },
    async takeThePicture(): Promise<void> {
      // The next frame may be there by the time it is drawn.
      taken = 1 + (await video.evaluate(readFrame, { mark: MARK, press: true }));
    },
    chooseFile,
    choosePhotoOf: (model: Model, moved?: number): Promise<void> => chooseFile(photoOf(model, moved)),
  };
};
