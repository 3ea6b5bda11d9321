import type { ChallengeFactor } from "@guard/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactNode } from "react";
import { expect } from "storybook/test";
import { playsPart } from "../../testing/part-play.ts";
import { looked, Specimens } from "../../testing/story-part.tsx";
import { useView } from "../../view-context.ts";
import { MethodList } from "./other-methods.tsx";
import { TabList } from "./tab-list.tsx";

const meta = { title: "Parts/Tabs", tags: ["autodocs"], component: TabList, parameters: { pseudo: looked } } satisfies Meta<typeof TabList>;
export default meta;

type Story = StoryObj;

const three = ["email", "sms", "totp"] as const;
const tabsOf = (factors: readonly ChallengeFactor[], chosen: ChallengeFactor, busy: boolean) => factors.map((factor) => ({ factor, bound: true, active: factor === chosen, busy }));

interface ChoiceProps {
  readonly factors?: readonly ChallengeFactor[];
  readonly busy?: boolean;
}

function Tabs({ factors = three, busy = false }: ChoiceProps): ReactNode {
  const { id } = useView();
  const [chosen, choose] = useState<ChallengeFactor>("email");
  return (
    <>
      <TabList tabs={tabsOf(factors, chosen, busy)} onChoose={choose} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen}`} />
    </>
  );
}

const masks: { readonly [F in ChallengeFactor]?: string } = { sms: "+86 •••••••• 88", email: "e•••@e•••.com" };

function List({ busy = false }: ChoiceProps): ReactNode {
  const [chosen, choose] = useState<ChallengeFactor>("email");
  return <MethodList tabs={tabsOf([...three, "face"], chosen, busy)} also={["recovery"]} targetOf={(factor) => masks[factor]} onChoose={choose} />;
}

/** Chosen by hand, because choosing sends a code (R13). */
export const States: Story = {
  render: () => <Specimens of={{ "Two methods": <Tabs factors={["email", "totp"]} />, "Three methods": <Tabs />, Focus: <Tabs />, "Is judged": <Tabs busy /> }} />,
  play: playsPart(async ({ of, step, user }) => {
    const tabs = of("three-methods");
    await step("an arrow moves focus and chooses nothing; Enter chooses", async () => {
      tabs.getAllByRole("tab")[0]?.focus();
      await user.keyboard("{ArrowRight}");
      await expect(tabs.getAllByRole("tab")[0]).toHaveAttribute("aria-selected", "true");
      await user.keyboard("{Enter}");
      await expect(tabs.getAllByRole("tab")[1]).toHaveAttribute("aria-selected", "true");
    });
    await step("while a code is judged they do nothing", async () => {
      await user.click(of("is-judged").getAllByRole("tab")[1] as HTMLElement);
      await expect(of("is-judged").getAllByRole("tab")[0]).toHaveAttribute("aria-selected", "true");
    });
  }),
};

/** Where tabs have no room: a list that opens. */
export const AsList: Story = {
  args: { factorPicker: "list" },
  render: () => <Specimens of={{ Closed: <List />, Open: <List />, "Open while it is judged": <List busy /> }} />,
  play: playsPart(async ({ of, say, step, user }) => {
    await step("every other method is in it", async () => {
      for (const name of ["open", "open-while-it-is-judged"]) await user.click(of(name).getByRole("button", { name: say("method.other") }));
      await expect(of("open").getAllByRole("listitem")).toHaveLength(4);
    });
  }),
};
