import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { expect } from "storybook/test";
import { playsPart } from "../testing/part-play.ts";
import { looked, Specimens } from "../testing/story-part.tsx";
import { useView } from "../view-context.ts";
import { GuardLink } from "./link.tsx";
import { PasswordField } from "./password-field.tsx";

const meta = { title: "Parts/PasswordField", tags: ["autodocs"], component: PasswordField, parameters: { pseudo: looked } } satisfies Meta<typeof PasswordField>;
export default meta;

type Story = StoryObj;

interface SecretProps {
  readonly wrong?: boolean;
  readonly busy?: boolean;
  readonly help?: boolean;
}

function Secret({ wrong = false, busy = false, help = false }: SecretProps): ReactNode {
  const { say } = useView();
  const { register } = useForm({ defaultValues: { password: "Guard-demo-2026!" } });
  return <PasswordField register={register("password")} error={wrong ? say("password.required") : undefined} busy={busy} help={help && <GuardLink to="#forgot">{say("password.forgot")}</GuardLink>} />;
}

/** As people type, paste and let managers fill it; it can be looked at. */
export const States: Story = {
  render: () => <Specimens of={{ Hidden: <Secret />, Shown: <Secret />, Focus: <Secret />, Wrong: <Secret wrong />, "Is sent": <Secret busy />, "With help": <Secret help /> }} />,
  play: playsPart(async ({ of, say, step, user, canvas }) => {
    await step("the button's name says what it will do, the polite region what it did", async () => {
      await user.click(of("shown").getByRole("button", { name: say("password.show") }));
      await expect(of("shown").getByLabelText(say("password.password"))).toHaveAttribute("type", "text");
      await expect(canvas.getByRole("status")).toHaveTextContent(say("password.shown"));
    });
    await step("each of the others keeps its own", () => expect(of("hidden").getByLabelText(say("password.password"))).toHaveAttribute("type", "password"));
    await step("managers know it", () => expect(of("hidden").getByLabelText(say("password.password"))).toHaveAttribute("autocomplete", "current-password"));
  }),
};
