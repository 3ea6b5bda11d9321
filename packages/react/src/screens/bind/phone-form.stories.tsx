import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactNode } from "react";
import { expect, waitFor } from "storybook/test";
import { createDrafts } from "../../runtime/drafts.ts";
import { playsPart } from "../../testing/part-play.ts";
import { looked, Specimens } from "../../testing/story-part.tsx";
import { useView } from "../../view-context.ts";
import { PhoneForm } from "./phone-form.tsx";

const meta = { title: "Parts/PhoneField", tags: ["autodocs"], component: PhoneForm, parameters: { pseudo: looked } } satisfies Meta<typeof PhoneForm>;
export default meta;

type Story = StoryObj;

interface PhoneProps {
  readonly known?: string;
  readonly busy?: boolean;
  readonly refused?: boolean;
}

function Phone({ known = "", busy = false, refused = false }: PhoneProps): ReactNode {
  const { say } = useView();
  const [drafts] = useState(createDrafts);
  const refusal = refused ? { id: "refused", target: known, text: say("bind.phone.unavailable") } : undefined;
  return (
    <PhoneForm known={known} busy={busy} refusal={refusal} drafts={(name) => drafts.of("part", name)} label={say("bind.submit")}>
      {null}
    </PhoneForm>
  );
}

/** A country and the rest of the number, or the whole of it with its "+". */
export const States: Story = {
  render: () => <Specimens of={{ Empty: <Phone />, Focus: <Phone />, Filled: <Phone known="+447911123456" />, Refused: <Phone known="+8613800138000" refused />, "Is sent": <Phone known="+8613800138000" busy /> }} />,
  play: playsPart(async ({ of, say, step }) => {
    await step("a number brings its country along", () => waitFor(() => expect(of("filled").getByRole("combobox", { name: say("bind.country") })).toHaveValue("GB")));
    await step("the refusal stands at the number", () => waitFor(() => expect(of("refused").getByRole("textbox")).toHaveAccessibleDescription(say("bind.phone.unavailable"))));
  }),
};
