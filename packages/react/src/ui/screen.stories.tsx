import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect } from "storybook/test";
import { formatTime } from "../i18n/format.ts";
import { rateLimited } from "../testing/failing.ts";
import { playsPart } from "../testing/part-play.ts";
import { Specimens } from "../testing/story-part.tsx";
import { useView } from "../view-context.ts";
import { Screen } from "./screen.tsx";
import { Sign } from "./sign.tsx";

const meta = { title: "Parts/Alert", tags: ["autodocs"], component: Screen } satisfies Meta<typeof Screen>;
export default meta;

type Story = StoryObj;

function Failed({ limited = false }: { readonly limited?: boolean }): ReactNode {
  const { say, locale } = useView();
  const until = say("error.retryAt", { time: formatTime(rateLimited.retryAt, locale) });
  return <Screen title={say("password.title")} alert={limited ? say("sentence.pair", { first: say("error.rate_limited"), second: until }) : say("error.network")} />;
}

/** What went wrong with the whole form: tint, sign and words, never the colour alone (D13). */
export const States: Story = {
  render: () => <Specimens whole of={{ "One line": <Failed />, "Two sentences": <Failed limited /> }} />,
  play: playsPart(async ({ of, say, step }) => {
    await step("it is spoken at once, and its sign is not", async () => {
      await expect(of("one-line").getByRole("alert")).toHaveTextContent(say("error.network"));
      await expect(of("one-line").getByRole("alert").querySelector("svg")).toHaveAttribute("aria-hidden", "true");
    });
  }),
};

function Notice({ icon, tone, title }: { readonly icon: "lock" | "clock" | "check"; readonly tone: "warning" | "danger" | "success"; readonly title: "locked.title" | "closed.title" | "done.title" | "expired.title" }): ReactNode {
  const { say } = useView();
  return <Screen title={say(title)} notice={{ sign: <Sign name={icon} />, tone }} />;
}

/** A step without a form shows a sign in place of the logo. */
export const Notices: Story = {
  render: () => (
    <Specimens
      whole
      of={{
        Locked: <Notice icon="lock" tone="warning" title="locked.title" />,
        Closed: <Notice icon="lock" tone="danger" title="closed.title" />,
        Expired: <Notice icon="clock" tone="warning" title="expired.title" />,
        Success: <Notice icon="check" tone="success" title="done.title" />,
      }}
    />
  ),
};
