import type { GuardAdapter, Session } from "@guard/contract";
import { useEffect, useState, type ReactNode } from "react";

interface WelcomeProps {
  readonly session: Session;
  readonly adapter: GuardAdapter;
  readonly onSecurity: () => void;
  readonly onSignedOut: () => void;
}

const call = (): { readonly signal: AbortSignal; readonly key: string } => ({ signal: AbortSignal.timeout(10_000), key: crypto.randomUUID() });

/** What comes after a login. Whoami asks the server; a session that only the browser knows proves nothing. */
export function Welcome({ session, adapter, onSecurity, onSignedOut }: WelcomeProps): ReactNode {
  const [answer, setAnswer] = useState("Asking the server who you are…");
  useEffect(() => {
    void adapter.session({ token: session.token }, call()).then((result) => {
      setAnswer(result.ok ? JSON.stringify(result.value.session.user, null, 2) : `The server says: ${result.error.code}`);
    });
  }, [adapter, session.token]);

  const signOut = async (): Promise<void> => {
    await adapter.signOut({ token: session.token }, call());
    onSignedOut();
  };

  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h1 id="welcome-title" tabIndex={-1} ref={(heading) => heading?.focus()}>
        You’re signed in
      </h1>
      <p>
        Signed in as <strong>{session.user.username}</strong> with {session.amr.join(", ")}.
      </p>
      <pre aria-label="Who the server says you are">{answer}</pre>
      {adapter.capabilities.account && (
        <button type="button" onClick={onSecurity}>
          Security settings
        </button>
      )}
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </section>
  );
}
