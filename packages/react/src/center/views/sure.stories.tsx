import { centerFixtures, centerVariants, failure } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { playsCenter } from "../../testing/center-play.ts";
import { StoryCenter } from "../../testing/story-center.tsx";
import { centerPlayground } from "../../testing/story-playground.ts";
import { stretchedCenter } from "../../testing/stretched.ts";

const meta = { title: "Center/Are you sure", tags: ["autodocs"], component: StoryCenter, args: { state: centerFixtures["unbind.confirm"] } } satisfies Meta<typeof StoryCenter>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A question in the page, and nothing by itself (R18). */
export const Default: Story = {
  play: playsCenter(async ({ canvas, center, say, step, user }) => {
    await step("it names what goes, and takes a yes or a no", async () => {
      await expect(canvas.getByRole("heading", { name: say("unbind.title", { name: say("center.sms") }) })).toBeVisible();
      await user.click(canvas.getByRole("button", { name: say("center.cancel") }));
      await user.click(canvas.getByRole("button", { name: say("unbind.submit") }));
      await expect(center.sent).toEqual([{ type: "BACK" }, { type: "CONFIRM" }]);
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...centerPlayground, tags: ["alive", "!test"] };

/** What is lost with the app. */
export const RemoveAuthenticator: Story = { args: { state: centerVariants.unbindTotp }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("unbind.whyTotp"))).toBeVisible()) };
export const Submitting: Story = { args: { state: centerFixtures.unbinding }, play: playsCenter(async ({ root }) => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true")) };
export const Offline: Story = { args: { state: centerVariants.unbindFailed }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("alert")).toHaveTextContent(say("error.network"))) };

/** It was removed elsewhere meanwhile. */
export const ServerError: Story = {
  args: { state: { ...centerVariants.unbindFailed, failure: failure({ code: "conflict" }) } },
  play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("alert")).toHaveTextContent(say("error.conflict"))),
};

/** The old recovery code ends with it. */
export const NewRecoveryCode: Story = { args: { state: centerFixtures["renew.confirm"] }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("renew.why"))).toBeVisible()) };

/** There was none: nothing stops working. */
export const FirstRecoveryCode: Story = {
  args: { state: centerVariants.renewFirst },
  play: playsCenter(async ({ canvas, say, step }) => {
    await step("it says what it is for, and threatens nothing", async () => {
      await expect(canvas.getByRole("heading", { name: say("renew.titleFirst") })).toBeVisible();
      await expect(canvas.getByText(say("center.recoveryMissing"))).toBeVisible();
      await expect(canvas.getByRole("button", { name: say("center.makeRecovery") })).toBeVisible();
    });
  }),
};

/** The answer is awaited. */
export const MakingRecoveryCode: Story = { args: { state: centerFixtures.renewing }, play: playsCenter(async ({ root }) => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true")) };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretchedCenter }, play: playsCenter(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
