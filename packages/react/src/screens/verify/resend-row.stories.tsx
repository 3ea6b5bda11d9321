import type { Delivery } from "@guard/machine";
import { delivered, T0 } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect } from "storybook/test";
import { deadCode } from "../../testing/code-states.ts";
import { playsPart } from "../../testing/part-play.ts";
import { looked, Specimens } from "../../testing/story-part.tsx";
import { ResendRow } from "./resend-row.tsx";

const meta = { title: "Parts/ResendTimer", tags: ["autodocs"], component: ResendRow, parameters: { pseudo: looked } } satisfies Meta<typeof ResendRow>;
export default meta;

const ignore = (): void => undefined;
const Row = ({ delivery }: { readonly delivery: Delivery }): ReactNode => <ResendRow factor={{ delivery }} onSend={ignore} />;

const waiting: Delivery = { is: "sent", ...delivered };
const ready: Delivery = { ...waiting, resendAt: T0 - 1 };

/** The button keeps its name while the seconds pass beside it in silence (D8, D9). Let the toolbar's clock run. */
export const States: StoryObj = {
  render: () => (
    <Specimens
      of={{
        "Nothing was sent": <Row delivery={{ is: "unsent" }} />,
        "Is sent": <Row delivery={{ is: "sending", task: "t1" }} />,
        Waiting: <Row delivery={waiting} />,
        Ready: <Row delivery={ready} />,
        "Ready hover": <Row delivery={ready} />,
        "Ready focus": <Row delivery={ready} />,
        Expired: <Row delivery={deadCode} />,
      }}
    />
  ),
  play: playsPart(async ({ of, say, step }) => {
    await step("who waits can read how long", () => expect(of("waiting").getByRole("button", { name: say("verify.resend") })).toHaveAccessibleDescription(say("verify.resendIn", { time: "1:00" })));
    await step("who is ready presses", () => expect(of("ready").getByRole("button")).toHaveAttribute("aria-disabled", "false"));
    await step("once the code is over, another one is the way on (D11)", () => expect(of("expired").getByRole("button")).toHaveAttribute("data-slot", "submit"));
  }),
};
