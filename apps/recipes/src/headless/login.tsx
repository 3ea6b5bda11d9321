import type { GuardAdapter } from "@guard/contract";
import { GuardProvider, useGuard, type Session } from "@guard/react";
import { AddressForm } from "./address-form.tsx";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ResendButton } from "./resend-button.tsx";

/** `step` says which screen it is, `state.at` what can be known there. */
function Screen() {
  const { state, step } = useGuard();
  if (state.at === "done") return <h1>Hello, {state.session.user.username}</h1>;
  switch (step) {
    case "password":
      return <PasswordForm />;
    case "bind":
      return <AddressForm />;
    case "verify":
      return (
        <>
          <CodeForm />
          <ResendButton />
        </>
      );
    case "locked":
      return <h1>Too many wrong codes. Come back later.</h1>;
    default:
      return <h1>One moment</h1>;
  }
}

function Back() {
  const { step, getActionProps } = useGuard();
  return step === "password" || step === "done" ? null : <button {...getActionProps({ type: "BACK" })}>Back</button>;
}

/** A login of an application that asks for a password and a code by e-mail, with no markup but this. */
export function Login({ adapter, onSignedIn }: { adapter: GuardAdapter; onSignedIn: (session: Session) => void }) {
  return (
    <GuardProvider adapter={adapter} app="demo-email" onSuccess={onSignedIn}>
      <main>
        <Screen />
        <Back />
      </main>
    </GuardProvider>
  );
}
