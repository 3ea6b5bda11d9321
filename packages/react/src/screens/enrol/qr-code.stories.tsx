import { enrolment } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { playsPart } from "../../testing/part-play.ts";
import { Specimens } from "../../testing/story-part.tsx";
import { QrCode } from "./qr-code.tsx";

const meta = { title: "Parts/QR", tags: ["autodocs"], component: QrCode } satisfies Meta<typeof QrCode>;
export default meta;

const long = `${enrolment.otpauthUri}&image=${encodeURIComponent("https://cdn.example.com/logos/gesellschaft-fuer-donaudampfschifffahrt.png")}`;

/** Drawn in the page: the key goes to nobody's picture service. White in every theme, because cameras need it. */
export const States: StoryObj = {
  render: () => <Specimens of={{ "A key": <QrCode text={enrolment.otpauthUri} />, "A long one": <QrCode text={long} /> }} />,
  play: playsPart(async ({ of, say, step }) => {
    await step("it has a name, and room for a camera", async () => {
      const qr = of("a-long-one").getByRole("img", { name: say("enrol.qr") });
      await expect(getComputedStyle(qr).backgroundColor).toBe("rgb(255, 255, 255)");
      await expect(qr.getBoundingClientRect().width).toBeGreaterThanOrEqual(160);
    });
  }),
};
