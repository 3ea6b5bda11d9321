import { createHttpAdapter } from "@guard/adapter-http";
import type { Session } from "@guard/contract";
import { createInspection, InspectedGuard, Inspector } from "@guard/react/inspector";
import { useState, type ReactNode } from "react";
import { apps, PASSWORD, users } from "../../../apps/playground/src/choices.ts";
import { Choose } from "../../../apps/playground/src/choose.tsx";
import { PageInbox } from "../../../apps/playground/src/page-inbox.tsx";
import { pageServer } from "../../../apps/playground/src/page-server.ts";
import type { Worn } from "../book/worn.ts";

const server = pageServer();
const adapter = createHttpAdapter({ baseUrl: "https://inside.the.page", fetch: server.fetch });

/** A whole login against the server inside this page, with what arrives beside it and the machine opened up. */
export function TryIt({ colorScheme, locale, dir }: Worn): ReactNode {
  const [user, setUser] = useState("email-user");
  const [app, setApp] = useState("demo");
  const [session, setSession] = useState<Session>();
  const [inspection] = useState(createInspection);
  return (
    <div className="book-split" data-login-first="">
      {session ? (
        <SignedIn session={session} onSignedOut={() => setSession(undefined)} />
      ) : (
        <InspectedGuard
          key={`${user} ${app}`}
          inspection={inspection}
          adapter={adapter}
          app={app}
          id="try-it"
          persist="none"
          initialValues={{ identifier: user }}
          colorScheme={colorScheme}
          locale={locale}
          dir={dir}
          onSuccess={setSession}
        />
      )}
      <div>
        <p>
          Every password is <code>{PASSWORD}</code>. What the server sends arrives below, and nowhere else.
        </p>
        <Choose label="User" value={user} options={users.map(({ name, shows }) => ({ value: name, text: `${name}: ${shows}` }))} onChoose={setUser} />
        <Choose label="Application" value={app} options={apps.map((value) => ({ value, text: value }))} onChoose={setApp} />
        <h2>What arrives</h2>
        <PageInbox read={server.outbox} />
        <Inspector inspection={inspection} onAdvance={(ms) => void server.advance(ms)} />
      </div>
    </div>
  );
}

const call = (): { readonly signal: AbortSignal; readonly key: string } => ({ signal: AbortSignal.timeout(10_000), key: crypto.randomUUID() });

function SignedIn({ session, onSignedOut }: { readonly session: Session; readonly onSignedOut: () => void }): ReactNode {
  const signOut = async (): Promise<void> => {
    await adapter.signOut({ token: session.token }, call());
    onSignedOut();
  };
  return (
    <section className="book-card" aria-labelledby="try-it-done">
      <h2 id="try-it-done">You’re signed in</h2>
      <p>
        {session.user.username}, by {session.amr.join(", ")}. This is your page’s turn: check the session on your own server before you trust it.
      </p>
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </section>
  );
}
