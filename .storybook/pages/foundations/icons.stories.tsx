import type { ChallengeFactor } from "@guard/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { fixtures } from "@guard/machine/testing";
import { livingLogin } from "../../../packages/react/src/testing/story-guard.tsx";
import { PartStage } from "../../../packages/react/src/testing/story-part.tsx";
import { Icon } from "../../../packages/react/src/ui/icon.tsx";
import { Sign } from "../../../packages/react/src/ui/sign.tsx";
import { MethodIcon } from "../../../packages/react/src/ui/methods/method-icon.tsx";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";

const meta = { title: "Foundations/Icons", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

type SignName = Parameters<typeof Sign>[0]["name"];
const signs: { readonly [Name in SignName]: string } = {
  lock: "Locked, and closed.",
  clock: "Expired.",
  check: "Signed in; what was just done.",
  next: "Leads to a method. Turned around where one reads from the right.",
  close: "Close the dialog.",
};

type InFieldName = Parameters<typeof Icon>[0]["name"];
const icons: { readonly [Name in InFieldName]: string } = {
  alert: "An error, and the alert of a form.",
  back: "Back. Turned around where one reads from the right.",
  eye: "Show the password.",
  eyeOff: "Hide it again.",
};

const methods: { readonly [Factor in ChallengeFactor]: string } = {
  email: "A code by e-mail.",
  sms: "A code by text message.",
  totp: "An authenticator app.",
  face: "The face.",
  recovery: "The recovery code.",
};

function Card({ name, says, children }: { readonly name: string; readonly says: string; readonly children: ReactNode }): ReactNode {
  return (
    <li className="book-card">
      <span style={{ display: "inline-block", zoom: 2 }}>{children}</span>
      <p>
        <code>{name}</code> {says}
      </p>
    </li>
  );
}

export const Icons: StoryObj = {
  loaders: [() => ({ around: livingLogin(fixtures.password, "ok") })],
  render: (_, { globals, loaded }) => (
    <BookPage title="Icons" lead="Fourteen drawings on a grid of 16, in the colour of the text. Words always stand beside them.">
      <PartStage {...wornBy(globals)} login={loaded["around"]}>
      <h2>Signs</h2>
      <ul className="book-cards">
        {(Object.keys(signs) as SignName[]).map((name) => (
          <Card key={name} name={name} says={signs[name]}>
            <Sign name={name} />
          </Card>
        ))}
        {(Object.keys(icons) as InFieldName[]).map((name) => (
          <Card key={name} name={name} says={icons[name]}>
            <Icon name={name} />
          </Card>
        ))}
      </ul>
      <h2>Methods</h2>
      <ul className="book-cards">
        {(Object.keys(methods) as ChallengeFactor[]).map((factor) => (
          <Card key={factor} name={factor} says={methods[factor]}>
            <MethodIcon factor={factor} />
          </Card>
        ))}
      </ul>
      </PartStage>
    </BookPage>
  ),
};
