import type { Session } from "@guard/contract";
import { Guard } from "@guard/react";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useBackend } from "./backend.ts";
import { readChoices, writeChoices, type Choices } from "./choices.ts";
import { deviceToken } from "./device-token.ts";
import { Logo } from "./logo.tsx";
import { Panel } from "./panel.tsx";
import { Welcome } from "./welcome.tsx";

const slots = { Logo };

const Security = lazy(() => import("./security.tsx").then((module) => ({ default: module.Security })));

/** The page a product team would write: `<Guard>`, and what comes after it. The panel beside it is ours. */
export function Playground(): ReactNode {
  const [choices, setChoices] = useState(() => readChoices(location.search));
  const [session, setSession] = useState<Session>();
  const [place, setPlace] = useState<"welcome" | "security">("welcome");
  const [title, setTitle] = useState("");
  const backend = useBackend(choices);

  useEffect(() => history.replaceState(null, "", writeChoices(choices)), [choices]);
  useEffect(() => {
    document.title = title === "" ? "Guard playground" : `${title} · Guard playground`;
  }, [title]);
  useEffect(() => {
    document.documentElement.style.colorScheme = choices.scheme === "auto" ? "light dark" : choices.scheme;
  }, [choices.scheme]);

  const leave = (): void => {
    setSession(undefined);
    setPlace("welcome");
  };

  const change = (next: Partial<Choices>): void => {
    setChoices({ ...choices, ...next });
    leave();
  };

  return (
    <div className="page">
      <main className="stage">
        {session && place === "security" && (
          <Suspense>
            <Security session={session} adapter={backend.adapter} choices={choices} onTitle={setTitle} onLeave={() => setPlace("welcome")} onSignedOut={leave} />
          </Suspense>
        )}
        {session && place === "welcome" && <Welcome session={session} adapter={backend.adapter} onSecurity={() => setPlace("security")} onSignedOut={leave} />}
        {!session && (
          <Guard
            key={`${choices.backend} ${choices.server} ${choices.tokens} ${choices.app} ${choices.user}`}
            adapter={backend.adapter}
            app={choices.app}
            locale={choices.locale}
            colorScheme={choices.scheme}
            headingLevel={1}
            initialValues={{ identifier: choices.user }}
            slots={slots}
            {...(choices.tokens === "bearer" ? { deviceToken } : {})}
            onStepChange={(step) => setTitle(step.title)}
            onSuccess={setSession}
          />
        )}
      </main>
      <Panel choices={choices} inbox={backend.inbox} onChange={change} />
    </div>
  );
}
