import { centerFixtures, centerVariants, failure } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { playsCenter, type CenterScreen } from "../../testing/center-play.ts";
import { toldTheTime } from "../../testing/code-checks.ts";
import { offline, rateLimited } from "../../testing/failing.ts";
import { partOf } from "../../testing/part-of.ts";
import { StoryCenter } from "../../testing/story-center.tsx";
import { centerPlayground } from "../../testing/story-playground.ts";
import { stretchedCenter } from "../../testing/stretched.ts";

const meta = { title: "Center/Add a method", tags: ["autodocs"], component: StoryCenter, args: { state: centerFixtures.bindTarget } } satisfies Meta<typeof StoryCenter>;
export default meta;

type Story = StoryObj<typeof meta>;

const code = ({ canvas, say }: CenterScreen): HTMLElement => canvas.getByRole("textbox", { name: say("verify.code") });
const back = ({ canvas, say }: CenterScreen): HTMLElement => canvas.getByRole("button", { name: say("center.back") });

/** Which address is to be added. */
export const Default: Story = {
  play: playsCenter(async (screen) => {
    const { center, step, user } = screen;
    await step("there is a way back", async () => {
      await user.click(back(screen));
      await expect(center.sent.at(-1)).toEqual({ type: "BACK" });
    });
  }),
};

/** Goes on by the real flow; the controls are the props, the toolbar its network and clock. */
export const Playground: Story = { ...centerPlayground, tags: ["alive", "!test"] };

export const Empty: Story = {
  play: playsCenter(async ({ canvas, center, root, say, step, user }) => step("told in place, and nobody is asked", async () => {
    await user.click(partOf(root, "submit"));
    await expect(canvas.getByLabelText(say("bind.email"))).toHaveAccessibleDescription(say("bind.required"));
    await expect(center.sent).toEqual([]);
  })),
};

/** Back from its code by "Change address": nobody types it twice (A12). */
export const Filled: Story = {
  args: { state: { ...centerFixtures.bindTarget, typed: "new.person@example.org" } },
  play: playsCenter(async ({ canvas, center, say, step, user }) => step("it goes off with Enter", async () => {
    await user.type(canvas.getByLabelText(say("bind.email")), "{Enter}");
    await waitFor(() => expect(center.sent).toEqual([{ type: "TARGET.SUBMIT", target: "new.person@example.org" }]));
  })),
};

export const FieldError: Story = {
  play: playsCenter(async ({ canvas, center, say, step, user }) => step("no @: the field says so, and nobody is asked", async () => {
    await user.type(canvas.getByLabelText(say("bind.email")), "new.person.example.org{Enter}");
    await expect(canvas.getByLabelText(say("bind.email"))).toHaveAccessibleDescription(say("bind.invalid"));
    await expect(center.sent).toEqual([]);
  })),
};

export const Submitting: Story = { args: { state: centerFixtures["bindTarget.sending"] }, play: playsCenter(async ({ root }) => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true")) };
export const ServerError: Story = {
  args: { state: centerVariants.bindRefused },
  play: playsCenter(async ({ canvas, say }) => expect(canvas.getByLabelText(say("bind.email"))).toHaveAccessibleDescription(say("error.target_invalid"))),
};

export const RateLimited: Story = { args: { state: { ...centerVariants.bindRefused, failure: failure(rateLimited) } }, play: playsCenter((screen) => toldTheTime(screen)) };
export const Offline: Story = {
  args: { state: { ...centerVariants.bindRefused, failure: failure(offline) } },
  play: playsCenter(async ({ canvas, say, step }) => step("the address is not to blame", async () => {
    await expect(canvas.getByRole("alert")).toHaveTextContent(say("error.network"));
    await expect(canvas.getByLabelText(say("bind.email"))).not.toBeInvalid();
  })),
};

/** Which number is to be added. */
export const Phone: Story = {
  args: { state: centerVariants.bindPhone },
  play: playsCenter(async ({ canvas, center, say, step, user }) => {
    await step("a number goes off as E.164", async () => {
      await user.type(canvas.getByLabelText(say("bind.phoneNumber")), "+8613912345678{Enter}");
      await waitFor(() => expect(center.sent).toEqual([{ type: "TARGET.SUBMIT", target: "+8613912345678" }]));
    });
  }),
};

/** The code that went to the number. */
export const PhoneCode: Story = {
  args: { state: centerFixtures.bindConfirm },
  play: playsCenter(async (screen) => {
    await screen.step("its code goes off at the sixth digit", async () => {
      await screen.user.type(code(screen), "123456");
      await expect(screen.center.sent).toEqual([{ type: "CODE.SUBMIT", code: "123456" }]);
    });
  }),
};

/** The code that went to the address. */
export const EmailCode: Story = { args: { state: centerVariants.bindEmailConfirm }, play: playsCenter(async (screen) => expect(code(screen)).toBeVisible()) };

/** The answer is awaited. */
export const CodeConfirming: Story = { args: { state: centerFixtures["bindConfirm.confirming"] }, play: playsCenter(async (screen) => expect(code(screen)).toHaveAttribute("readonly")) };

/** A wrong code, told in its field. */
export const CodeWrong: Story = { args: { state: centerVariants.bindWrong }, play: playsCenter(async (screen) => expect(code(screen)).toBeInvalid()) };

/** A key as a picture and as text, and the first code of it. */
export const Authenticator: Story = {
  args: { state: centerFixtures.enrol },
  play: playsCenter(async (screen) => {
    await screen.step("the key is there as a picture and as text", async () => {
      await expect(screen.canvas.getByRole("img", { name: screen.say("enrol.qr") })).toBeVisible();
      await expect(partOf(screen.root, "secret")).toHaveAttribute("translate", "no");
    });
  }),
};

/** The key is on its way. */
export const AuthenticatorLoading: Story = { args: { state: centerFixtures["enrol.loading"] }, play: playsCenter(async (screen) => expect(back(screen)).toBeVisible()) };

/** No key came: it can be asked for again. */
export const AuthenticatorFailed: Story = { args: { state: centerFixtures["enrol.failed"] }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("button", { name: say("enrol.retry") })).toBeVisible()) };

/** The first code is judged. */
export const AuthenticatorConfirming: Story = { args: { state: centerFixtures["enrol.confirming"] }, play: playsCenter(async (screen) => expect(code(screen)).toHaveAttribute("readonly")) };

/** The app showed another code. */
export const AuthenticatorWrong: Story = { args: { state: centerVariants.enrolWrong }, play: playsCenter(async (screen) => expect(code(screen)).toHaveAccessibleDescription(screen.say("enrol.wrong"))) };
export const Expired: Story = { args: { state: centerVariants.enrolOver }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("button", { name: say("enrol.renew") })).toBeVisible()) };

/** Shown once; only "I saved it" leads on (R14). */
export const RecoveryCode: Story = {
  args: { state: centerFixtures.recoveryCode },
  play: playsCenter(async ({ canvas, center, say, step, user }) => {
    await step("there is no way round", () => expect(canvas.queryByRole("button", { name: say("center.back") })).toBeNull());
    await step("with the tick it is put away", async () => {
      await user.click(canvas.getByRole("checkbox"));
      await user.click(canvas.getByRole("button", { name: say("recoveryCode.continue") }));
      await expect(center.sent).toEqual([{ type: "RECOVERY.ACKNOWLEDGE" }]);
    });
  }),
};

/** A picture is to be taken. */
export const Face: Story = { args: { state: centerFixtures.face }, play: playsCenter(async ({ canvas, say }) => expect(canvas.getByRole("heading", { name: say("face.titleBind") })).toBeVisible()) };

/** The picture is on its way. */
export const FaceBinding: Story = { args: { state: centerFixtures["face.binding"] }, play: playsCenter(async ({ root }) => expect(root.querySelector("form")).toHaveAttribute("aria-busy", "true")) };

/** Words 40 % longer than English. */
export const LongText: Story = { args: { messages: stretchedCenter }, play: playsCenter(async ({ canvas }) => expect(canvas.getByRole("heading")).toBeVisible()) };
