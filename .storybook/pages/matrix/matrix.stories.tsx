import type { State } from "@guard/machine";
import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import type { Worn } from "../book/worn.ts";
import { Matrix } from "./matrix.tsx";

interface Shown extends Worn {
  readonly state: State;
}

const meta = {
  title: "Matrix/One view, every way",
  tags: ["!autodocs", "!test", "page", "gallery"],
  ...galleryMeta,
  render: ({ state, locale }, { name }) => (
    <BookPage title={name} lead="Four looks, three widths, both directions.">
      <Matrix state={state} locale={locale} />
    </BookPage>
  ),
} satisfies Meta<Shown>;
export default meta;

type Story = StoryObj<Pick<Shown, "state">>;

export const SignIn: Story = { name: "Sign in", args: { state: fixtures.password } };
export const SignInByCode: Story = { name: "Sign in by code", args: { state: fixtures["codeSignIn.request"] } };
export const VerifyEmail: Story = { name: "Verify by email", args: { state: fixtures.challenge } };
export const VerifySms: Story = { name: "Verify by SMS", args: { state: variants.sms } };
export const VerifyAuthenticator: Story = { name: "Verify by authenticator", args: { state: variants.totp } };
export const Methods: Story = { name: "Several methods", args: { state: variants.everyFactor } };
export const BindEmail: Story = { name: "Bind email", args: { state: fixtures.bind } };
export const BindPhone: Story = { name: "Bind phone", args: { state: variants.bindSms } };
export const EnrolAuthenticator: Story = { name: "Enrol authenticator", args: { state: fixtures.enrol } };
export const Recovery: Story = { name: "Recovery", args: { state: fixtures.recovery } };
export const RecoveryCode: Story = { name: "Recovery code", args: { state: fixtures.recoveryCode } };
export const Face: Story = { name: "Face", args: { state: fixtures.face } };
export const Resume: Story = { name: "Resume", args: { state: fixtures["resuming.failed"] } };
export const Locked: Story = { name: "Locked", args: { state: fixtures.locked } };
export const Closed: Story = { name: "Closed", args: { state: fixtures.closed } };
export const Expired: Story = { name: "Expired", args: { state: fixtures.expired } };
export const Success: Story = { name: "Success", args: { state: fixtures.done } };
