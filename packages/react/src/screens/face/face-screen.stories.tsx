import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect, waitFor } from "storybook/test";
import { drawnCamera, withCamera } from "../../testing/drawn-camera.ts";
import { playsPart } from "../../testing/part-play.ts";
import { partOf } from "../../testing/part-of.ts";
import { Screen } from "../../ui/screen.tsx";
import { FaceScreen } from "./face-screen.tsx";

const meta = { title: "Parts/Camera", tags: ["autodocs"], component: FaceScreen } satisfies Meta<typeof FaceScreen>;
export default meta;

type Story = StoryObj;

const Camera = (): ReactNode => (
  <FaceScreen bound busy={false} failure={undefined} frame={(screen) => <Screen {...screen} />}>
    {null}
  </FaceScreen>
);

const refuses = (name: string) => (): Promise<MediaStream> => Promise.reject(new DOMException("refused", name));

/** Off until a person starts it. */
export const Off: Story = {
  render: () => <Camera />,
  play: playsPart(async ({ root, step }) => step("no camera runs by itself", () => expect(root.querySelector("video")).toBeNull())),
};

/** Mirrored, as people know themselves; the picture that is sent is not. */
export const On: Story = {
  render: () => <Camera />,
  play: playsPart(async ({ canvas, root, say, step, user }) => {
    await withCamera(async () => drawnCamera(), async () => {
      await step("the picture shows, and the button takes it", async () => {
        await user.click(canvas.getByRole("button", { name: say("face.start") }));
        await waitFor(() => expect(root.querySelector("video")?.readyState).toBeGreaterThanOrEqual(HTMLMediaElement.HAVE_CURRENT_DATA));
        await expect(partOf(root, "camera")).toBeVisible();
        await expect(canvas.getByRole("button", { name: say("face.take") })).toBeVisible();
      });
      await step("the polite region says that it is on", () => expect(canvas.getByRole("status")).toHaveTextContent(say("face.ready")));
    });
  }),
};

/** Somebody said no: how to allow it, and the other way. */
export const Refused: Story = {
  render: () => <Camera />,
  play: playsPart(async ({ canvas, say, step, user }) => {
    await withCamera(refuses("NotAllowedError"), () =>
      step("it says how to allow it", async () => {
        await user.click(canvas.getByRole("button", { name: say("face.start") }));
        await waitFor(() => expect(canvas.getByRole("alert")).toHaveTextContent(say("face.denied")));
      }));
  }),
};

/** No camera: a photo is the other way. */
export const Missing: Story = {
  render: () => <Camera />,
  play: playsPart(async ({ canvas, say, step, user }) => {
    await withCamera(refuses("NotFoundError"), () =>
      step("a photo is the other way", async () => {
        await user.click(canvas.getByRole("button", { name: say("face.start") }));
        await waitFor(() => expect(canvas.getByRole("alert")).toHaveTextContent(say("face.none")));
        await expect(canvas.getByRole("button", { name: say("face.file") })).toBeVisible();
      }));
  }),
};
