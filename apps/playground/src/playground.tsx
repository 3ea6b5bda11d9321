import type { Session } from "@guard/contract";
import { Guard, type GuardProps } from "@guard/react";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useBackend } from "./backend.ts";
import { readChoices, writeChoices, type Choices } from "./choices.ts";
import { deviceToken } from "./device-token.ts";
import { Logo } from "./logo.tsx";
import { Panel } from "./panel.tsx";
import { Welcome } from "./welcome.tsx";

const slots = { Logo };

const Inspected = lazy(() => import("./inspected.tsx").then((module) => ({ default: module.Inspected })));
const Security = lazy(() => import("./security.tsx").then((module) => ({ default: module.Security })));

/** The page a product team would write: `<Guard>`, and what comes after it. The panel beside it is ours. */
export function Playground(): ReactNode {
  const [choices, setChoices] = useState(() => readChoices(location.search));
  const [session, setSession] = useState<Session>();
  const [page, setPage] = useState<"welcome" | "security">("welcome");
  const [title, setTitle] = useState("");
  const [inspectorPlace, setInspectorPlace] = useState<Element | null>(null);
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
    setPage("welcome");
  };

  const change = (next: Partial<Choices>): void => {
    setChoices({ ...choices, ...next });
    leave();
  };

  const login: GuardProps = {
    adapter: backend.adapter,
    app: choices.app,
    locale: choices.locale,
    colorScheme: choices.scheme,
    headingLevel: 1,
    initialValues: { identifier: choices.user },
    slots,
    ...(choices.tokens === "bearer" ? { deviceToken } : {}),
    onStepChange: (step) => setTitle(step.title),
    onSuccess: setSession,
  };
  const place = `${choices.backend} ${choices.server} ${choices.tokens} ${choices.app} ${choices.user}`;

  return (
    <div className="page">
      <main className="stage">
        {session && page === "security" && (
          <Suspense>
            <Security session={session} adapter={backend.adapter} choices={choices} onTitle={setTitle} onLeave={() => setPage("welcome")} onSignedOut={leave} />
          </Suspense>
        )}
        {session && page === "welcome" && <Welcome session={session} adapter={backend.adapter} onSecurity={() => setPage("security")} onSignedOut={leave} />}
        {!session && choices.inspector === "off" && <Guard key={place} {...login} />}
        {!session && choices.inspector === "on" && (
          <Suspense>
            <Inspected key={place} login={login} advance={backend.advance} place={inspectorPlace} />
          </Suspense>
        )}
      </main>
      <Panel choices={choices} inbox={backend.inbox} onChange={change}>
        <div ref={setInspectorPlace} />
      </Panel>
    </div>
  );
}
