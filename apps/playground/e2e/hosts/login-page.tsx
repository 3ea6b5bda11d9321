import { createHttpAdapter } from "@guard/adapter-http";
import type { Session } from "@guard/contract";
import { Guard, type GuardProps } from "@guard/react";
import { GuardDialog } from "@guard/react/dialog";
import { StrictMode, useMemo, useState, type ReactNode } from "react";

interface LoginProps {
  readonly id: string;
  readonly query: URLSearchParams;
}

function Login({ id, query }: LoginProps): ReactNode {
  const [session, setSession] = useState<Session>();
  const [open, setOpen] = useState(false);
  const server = query.get("server") ?? "";
  const adapter = useMemo(() => createHttpAdapter({ baseUrl: server }), [server]);
  const identifier = query.get("user");
  const primary = query.get("primary");
  const redirectUri = query.get("redirectUri");
  const login: GuardProps = {
    id,
    adapter,
    app: query.get("app") ?? "demo",
    persist: query.get("persist") === "none" ? "none" : "session",
    onSuccess: (signedIn) => {
      // A test that leaves the page at once listens here.
      if ("toldOf" in window && typeof window.toldOf === "function") window.toldOf(signedIn.user.username);
      setSession(signedIn);
    },
    ...(identifier === null ? {} : { initialValues: { identifier } }),
    ...(redirectUri === null ? {} : { redirectUri, redirect: "auto" }),
    ...(primary === null ? {} : { theme: { vars: { "--guard-color-primary": primary } } }),
  };
  return (
    <main>
      {query.has("dialog") ? (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            To the login
          </button>
          <GuardDialog {...login} open={open} onOpenChange={setOpen} />
        </>
      ) : (
        <Guard {...login} />
      )}
      <output>{session?.user.username}</output>
    </main>
  );
}

/** The same page in the browser and on the server, which know of it nothing but its address. */
export function LoginPage({ search }: { readonly search: string }): ReactNode {
  const query = new URLSearchParams(search);
  const ids = (query.get("ids") ?? "guard").split(",");
  return (
    <StrictMode>
      {ids.map((id) => (
        <Login key={id} id={id} query={query} />
      ))}
    </StrictMode>
  );
}
