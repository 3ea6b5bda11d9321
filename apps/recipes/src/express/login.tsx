import { createHttpAdapter } from "@guard/adapter-http";
import { Guard, type Session } from "@guard/react";
import "@guard/theme/styles.css";
import { useMemo } from "react";

interface LoginProps {
  /** Where the login server stands: https://login.example.com */
  server: string;
  /** Your application, as the login server names it. */
  app: string;
  onEntered: () => void;
  onRefused: () => void;
}

export function Login({ server, app, onEntered, onRefused }: LoginProps) {
  const adapter = useMemo(() => createHttpAdapter({ baseUrl: server }), [server]);
  const enter = async ({ token }: Session) => {
    const answer = await fetch("/api/sign-in", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }) });
    if (answer.ok) onEntered();
    else onRefused();
  };
  return <Guard adapter={adapter} app={app} onSuccess={(session) => void enter(session).catch(onRefused)} />;
}
