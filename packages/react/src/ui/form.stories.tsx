import type { MessageKey } from "@guard/locales";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ComponentProps, ReactNode } from "react";
import { expect } from "storybook/test";
import { playsPart } from "../testing/part-play.ts";
import { looked, Specimens } from "../testing/story-part.tsx";
import { usePart, useView } from "../view-context.ts";
import { BackLink } from "./back-button.tsx";
import { SubmitButton } from "./form.tsx";
import { GuardLink } from "./link.tsx";

const meta = { title: "Parts/Button", tags: ["autodocs"], component: SubmitButton, parameters: { pseudo: looked } } satisfies Meta<typeof SubmitButton>;
export default meta;

type Story = StoryObj;

const ignore = (): void => undefined;
const Said = ({ says }: { readonly says: MessageKey }): ReactNode => useView().say(says);

const Submit = (props: Partial<ComponentProps<typeof SubmitButton>>): ReactNode => (
  <SubmitButton busy={false} {...props}>
    <Said says="verify.submit" />
  </SubmitButton>
);

const Resend = ({ idle = false }: { readonly idle?: boolean }): ReactNode => {
  const part = usePart();
  return (
    <button type="button" aria-disabled={idle} {...part("resend")}>
      <Said says="verify.resend" />
    </button>
  );
};

/** The one way on. It is never `disabled`: it says that it waits, and keeps the focus (A6). */
export const Primary: Story = {
  render: () => <Specimens of={{ Rest: <Submit />, Hover: <Submit />, Focus: <Submit />, Pressed: <Submit />, Waiting: <Submit busy /> }} />,
  play: playsPart(async ({ of, step }) => {
    await step("one that waits can still be focused", async () => {
      const waiting = of("waiting").getByRole("button");
      waiting.focus();
      await expect(waiting).toHaveFocus();
      await expect(waiting).toHaveAttribute("aria-disabled", "true");
    });
  }),
};

/** A second way beside it. */
export const Secondary: Story = {
  render: () => <Specimens of={{ Rest: <Submit quiet />, Hover: <Submit quiet />, Focus: <Submit quiet />, Waiting: <Submit quiet busy /> }} />,
};

/** Buttons that read like text: 44 px to hit. */
export const Text: Story = {
  render: () => (
    <Specimens
      of={{
        Resend: <Resend />,
        "Resend hover": <Resend />,
        "Resend focus": <Resend />,
        "Resend waits": <Resend idle />,
        Back: <BackLink onBack={ignore}><Said says="back.password" /></BackLink>,
        "Back hover": <BackLink onBack={ignore}><Said says="back.password" /></BackLink>,
        Link: <GuardLink to="#help"><Said says="help.contact" /></GuardLink>,
        "Link hover": <GuardLink to="#help"><Said says="help.contact" /></GuardLink>,
        "Link focus": <GuardLink to="#help"><Said says="help.contact" /></GuardLink>,
      }}
    />
  ),
  play: playsPart(async ({ of, step }) => {
    await step("a finger finds them (F3)", async () => {
      for (const name of ["resend", "back"]) await expect(of(name).getByRole("button").getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    });
  }),
};
