import type { GuardAdapter, Session } from "@guard/contract";
import { SecurityCenter } from "@guard/react/center";
import type { ReactNode } from "react";
import type { Choices } from "./choices.ts";

interface SecurityProps {
  readonly session: Session;
  readonly adapter: GuardAdapter;
  readonly choices: Choices;
  readonly onTitle: (title: string) => void;
  readonly onLeave: () => void;
  readonly onSignedOut: () => void;
}

/** The page `/security` of a product: the personal centre, and the way back. A chunk of its own, so that no login loads it. */
export function Security({ session, adapter, choices, onTitle, onLeave, onSignedOut }: SecurityProps): ReactNode {
  return (
    <>
      <nav className="way-back">
        <button type="button" onClick={onLeave}>
          Back to your account
        </button>
      </nav>
      <SecurityCenter
        adapter={adapter}
        session={session}
        locale={choices.locale}
        colorScheme={choices.scheme}
        headingLevel={1}
        autoFocus
        onStepChange={({ title }) => onTitle(title)}
        onSignedOut={onSignedOut}
      />
    </>
  );
}
