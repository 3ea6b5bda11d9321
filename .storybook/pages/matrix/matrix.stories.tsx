import type { State } from "@guard/machine";
import { fixtures, variants } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { wornBy } from "../book/worn.ts";
import { Matrix } from "./matrix.tsx";

const meta = { title: "Matrix", tags: ["!autodocs", "!test", "page", "gallery"], ...galleryMeta } satisfies Meta;
export default meta;

const of = (name: string, state: State): StoryObj => ({
  name,
  render: (_, { globals }) => (
    <BookPage title={name} lead="Four looks, three widths, both directions.">
      <Matrix state={state} locale={wornBy(globals).locale} />
    </BookPage>
  ),
});

export const SignIn = of("Sign in", fixtures.password);
export const SignInByCode = of("Sign in by code", fixtures["codeSignIn.request"]);
export const VerifyEmail = of("Verify by e-mail", fixtures.challenge);
export const VerifySms = of("Verify by SMS", variants.sms);
export const VerifyAuthenticator = of("Verify by authenticator", variants.totp);
export const Methods = of("Several methods", variants.everyFactor);
export const BindEmail = of("Bind email", fixtures.bind);
export const BindPhone = of("Bind phone", variants.bindSms);
export const EnrolAuthenticator = of("Enrol authenticator", fixtures.enrol);
export const Recovery = of("Recovery", fixtures.recovery);
export const RecoveryCode = of("Recovery code", fixtures.recoveryCode);
export const Face = of("Face", fixtures.face);
export const Resume = of("Resume", fixtures["resuming.failed"]);
export const Locked = of("Locked", fixtures.locked);
export const Closed = of("Closed", fixtures.closed);
export const Expired = of("Expired", fixtures.expired);
export const Success = of("Success", fixtures.done);
