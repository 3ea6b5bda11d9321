import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect } from "storybook/test";
import { useCodeEntry } from "../runtime/use-code-entry.ts";
import { playsPart } from "../testing/part-play.ts";
import { partOf } from "../testing/part-of.ts";
import { looked, Specimens } from "../testing/story-part.tsx";
import { useView } from "../view-context.ts";
import { CodeInput } from "./code-input.tsx";
import { errorId, Field } from "./field.tsx";

const meta = { title: "Parts/CodeField", tags: ["autodocs"], component: CodeInput, parameters: { pseudo: looked } } satisfies Meta<typeof CodeInput>;
export default meta;

type Story = StoryObj;

const ignore = (): void => undefined;

interface CodeProps {
  readonly digits?: string;
  readonly wrong?: boolean;
  readonly busy?: boolean;
}

function Code({ digits = "", wrong = false, busy = false }: CodeProps): ReactNode {
  const { id, say } = useView();
  const name = `${id}-otp`;
  const field = useCodeEntry({ autoSubmit: false, draft: { read: () => digits, write: ignore }, failure: undefined, busy, submitCode: ignore });
  return (
    <Field name={name} label={say("verify.code")} error={wrong ? say("error.code_invalid") : undefined}>
      <CodeInput id={name} field={field} invalid={wrong} aria-describedby={errorId(name)} />
    </Field>
  );
}

const specimens = { Empty: <Code />, Focus: <Code digits="12" />, "Four digits": <Code digits="1234" />, Full: <Code digits="123456" />, Wrong: <Code wrong />, "Is judged": <Code digits="123456" busy /> };

/** One real input; the six boxes behind it are paint (C11). */
export const States: Story = {
  render: () => <Specimens of={specimens} />,
  play: playsPart(async ({ of, say, step, root }) => {
    await step("a screen reader meets one field", () => expect(of("full").getAllByRole("textbox", { name: say("verify.code") })).toHaveLength(1));
    await step("the digits stand in the boxes", () => expect(partOf(root, "code")).toHaveAttribute("data-layout", "boxes"));
    await step("a wrong one says why", () => expect(of("wrong").getByRole("textbox")).toHaveAccessibleDescription(say("error.code_invalid")));
  }),
};

/** One ordinary box: where the host wants it, or where a reader's text spacing would tear the digits out of the boxes (C13). */
export const Plain: Story = {
  args: { codeLayout: "plain" },
  render: () => <Specimens of={specimens} />,
  play: playsPart(async ({ step, root }) => step("no boxes", () => expect(partOf(root, "code-boxes")).not.toBeVisible())),
};
