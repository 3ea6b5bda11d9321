import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect } from "storybook/test";
import { playsPart } from "../testing/part-play.ts";
import { looked, Specimens } from "../testing/story-part.tsx";
import { useView } from "../view-context.ts";
import { Field } from "./field.tsx";
import { TextControl } from "./text-control.tsx";

const meta = { title: "Parts/Field", tags: ["autodocs"], component: Field, parameters: { pseudo: looked } } satisfies Meta<typeof Field>;
export default meta;

type Story = StoryObj;

interface AddressProps {
  readonly typed?: string;
  readonly wrong?: boolean;
  readonly busy?: boolean;
  readonly hinted?: boolean;
}

function Address({ typed = "", wrong = false, busy = false, hinted = false }: AddressProps): ReactNode {
  const { id, say } = useView();
  const name = `${id}-new-email`;
  const error = wrong ? say("bind.invalid") : undefined;
  return (
    <Field name={name} label={say("bind.email")} error={error} hint={hinted ? say("bind.description") : undefined}>
      <TextControl id={name} name="new-email" type="email" autoComplete="email" defaultValue={typed} error={error} busy={busy} />
    </Field>
  );
}

const address = "new-user@example.com";

/** Label, control, and a line that is kept for the error (F15). */
export const States: Story = {
  render: () => <Specimens of={{ Rest: <Address />, Hover: <Address />, Focus: <Address />, Filled: <Address typed={address} />, Wrong: <Address typed="new-user" wrong />, "Is sent": <Address typed={address} busy />, "With a hint": <Address hinted /> }} />,
  play: playsPart(async ({ of, say, step }) => {
    await step("the label names it, and the error describes it", async () => {
      await expect(of("wrong").getByRole("textbox", { name: say("bind.email") })).toHaveAccessibleDescription(say("bind.invalid"));
      await expect(of("wrong").getByRole("textbox")).toBeInvalid();
    });
    await step("what is being sent stays to be read", () => expect(of("is-sent").getByRole("textbox")).toHaveAttribute("readonly"));
    await step("its font keeps a phone from zooming (F4)", () => expect(Number.parseFloat(getComputedStyle(of("rest").getByRole("textbox")).fontSize)).toBeGreaterThanOrEqual(16));
  }),
};
