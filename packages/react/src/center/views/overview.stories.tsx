import { boundPhone, centerFixtures, centerVariants, otherDevice } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { playsCenter, type CenterScreen } from "../../testing/center-play.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryCenter } from "../../testing/story-center.tsx";
import { centerPlayground } from "../../testing/story-playground.ts";
import { stretchedCenter } from "../../testing/stretched.ts";

const meta = { title: "Center/Overview", tags: ["autodocs"], component: StoryCenter, args: { state: centerFixtures.overview } } satisfies Meta<typeof StoryCenter>;
export default meta;

type Story = StoryObj<typeof meta>;

const button = ({ canvas }: CenterScreen, name: string | RegExp): HTMLElement => canvas.getByRole("button", { name });
const alertOf = ({ canvas }: CenterScreen): HTMLElement => canvas.getByRole("alert");

/** What is bound, the recovery code, the trusted devices (R18). */
export const Default: Story = {
  play: playsCenter(async (screen) => {
    const { canvas, center, say, step, user } = screen;
    await step("each list is a region with a heading of its own", async () => {
      for (const name of [say("center.methods"), say("center.recovery"), say("center.devices")]) await expect(canvas.getByRole("region", { name })).toBeVisible();
    });
    await step("a login address says that it stays, and offers nothing (R16a)", async () => {
      await expect(canvas.getByText(say("center.login"))).toBeVisible();
      await expect(canvas.getAllByRole("button", { name: new RegExp(`^${say("center.removeNamed", { name: "" }).trim()}`) })).toHaveLength(2);
    });
    await step("each button names what it is about", async () => {
      await user.click(canvas.getAllByText(say("center.remove"))[0] as HTMLElement);
      await user.click(canvas.getAllByText(say("center.renew"))[0] as HTMLElement);
      await user.click(button(screen, say("center.revokeNamed", { name: otherDevice.label })));
      await expect(center.sent).toEqual([{ type: "FACTOR.REMOVE", binding: boundPhone.id }, { type: "RECOVERY.RENEW" }, { type: "DEVICE.REVOKE", device: otherDevice.id }]);
    });
    await step("this device is told apart", () => expect(canvas.getByText(say("center.deviceCurrent"))).toBeVisible());
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...centerPlayground, tags: ["alive", "!test"] };

/** Nothing is bound yet: why it should be, and what can be added. */
export const Empty: Story = {
  args: { state: centerVariants.empty },
  play: playsCenter(async (screen) => {
    await screen.step("each way is one button", async () => {
      await screen.user.click(button(screen, screen.say("center.addSms")));
      await expect(screen.center.sent).toEqual([{ type: "FACTOR.ADD", factor: "sms" }]);
    });
  }),
};

/** A single method: each of the others can be added. */
export const OneMethod: Story = { args: { state: centerVariants.emailOnly }, play: playsCenter(async (screen) => expect(button(screen, screen.say("center.addTotp"))).toBeVisible()) };

/** Each method that there is. */
export const Everything: Story = { args: { state: centerVariants.everything }, play: playsCenter(async (screen) => expect(button(screen, screen.say("center.addFace"))).toBeVisible()) };

/** No browser is trusted. */
export const NoDevices: Story = { args: { state: centerVariants.noDevices }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("center.devicesNone"))).toBeVisible()) };

/** An authenticator app is bound, and there is no recovery code for it: one can be made. */
export const NoRecoveryCode: Story = {
  args: { state: centerVariants.noRecovery },
  play: playsCenter(async (screen) => {
    await screen.step("it says what one is for, and one press asks for it", async () => {
      await expect(screen.canvas.getByText(screen.say("center.recoveryMissing"))).toBeVisible();
      await screen.user.click(button(screen, screen.say("center.makeRecovery")));
      await expect(screen.center.sent).toEqual([{ type: "RECOVERY.RENEW" }]);
    });
  }),
};

/** After a change: shown, and spoken once. */
export const Done: Story = {
  args: { state: centerVariants.done },
  play: playsCenter(async ({ canvas, root, say, step }) => {
    await step("it is to be read and was spoken", async () => {
      await expect(partOf(root, "told")).toHaveTextContent(say("center.done.phoneAdded"));
      await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent(say("center.done.phoneAdded")));
    });
  }),
};

/** The list is on its way: a place is held for it. */
export const Loading: Story = { args: { state: centerFixtures.loading }, play: playsCenter(async ({ root, step }) => step("a place is held once it takes long", () => waitFor(() => expect(partOf(root, "skeleton")).toBeVisible()))) };

/** The list never came: it can be asked for again. */
export const Unread: Story = { args: { state: centerFixtures.unread }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("heading", { name: say("center.title") })).toBeVisible()) };

/** Offline, or a server that does not answer. */
export const Offline: Story = {
  args: { state: centerFixtures.failed },
  play: playsCenter(async (screen) => {
    await screen.step("it says why, and can be tried again", async () => {
      await expect(alertOf(screen)).toHaveTextContent(screen.say("error.network"));
      await screen.user.click(button(screen, screen.say("center.retry")));
      await expect(screen.center.sent).toEqual([{ type: "RETRY" }]);
    });
  }),
};

export const Submitting: Story = {
  args: { state: centerFixtures["device.revoking"] },
  play: playsCenter(async (screen) => expect(button(screen, screen.say("center.revokeNamed", { name: otherDevice.label }))).toHaveAttribute("aria-disabled", "true")),
};

/** It was gone already: the list is new, and says so. */
export const ServerError: Story = { args: { state: centerVariants.gone }, play: playsCenter(async (screen) => expect(alertOf(screen)).toHaveTextContent(screen.say("error.not_found"))) };

export const RightToLeft: Story = { args: { dir: "rtl" }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByText(say("center.login"))).toBeVisible()) };
export const LongText: Story = { args: { messages: stretchedCenter }, play: playsCenter(async ({ canvas }) => expect(canvas.getAllByRole("button").length).toBeGreaterThan(2)) };
