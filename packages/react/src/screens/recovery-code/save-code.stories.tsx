import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { playsPart } from "../../testing/part-play.ts";
import { looked, Specimens } from "../../testing/story-part.tsx";
import { SaveCode } from "./save-code.tsx";

const meta = { title: "Parts/RecoveryCode", tags: ["autodocs"], component: SaveCode, parameters: { pseudo: looked } } satisfies Meta<typeof SaveCode>;
export default meta;

const saved = fn();
const code = "7KQ2M9XPD4T8WNB3HRV6CJ5YE";

/** Shown once, with three ways to keep it; Continue asks for the tick by a message. */
export const States: StoryObj = {
  render: () => <Specimens whole of={{ Rest: <SaveCode recoveryCode={code} onSaved={saved} />, "Without the tick": <SaveCode recoveryCode={code} onSaved={saved} /> }} />,
  play: playsPart(async ({ of, say, step, user }) => {
    const without = of("without-the-tick");
    await step("Continue says what is missing", async () => {
      await user.click(without.getByRole("button", { name: say("recoveryCode.continue") }));
      await expect(without.getByRole("checkbox")).toHaveAccessibleDescription(say("recoveryCode.notSaved"));
      await expect(saved).not.toHaveBeenCalled();
    });
    await step("no translator touches the code", () => expect(of("rest").getByText("7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE").parentElement).toHaveAttribute("translate", "no"));
  }),
};
