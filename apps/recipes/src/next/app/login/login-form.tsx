"use client";

import { createHttpAdapter } from "@guard/adapter-http";
import { Guard, type Session } from "@guard/react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";

export function LoginForm({ server, app }: { server: string; app: string }) {
  const router = useRouter();
  const [refused, setRefused] = useState(false);
  const adapter = useMemo(() => createHttpAdapter({ baseUrl: server }), [server]);
  const enter = async ({ token }: Session) => {
    const answer = await fetch("/api/sign-in", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }) });
    if (answer.ok) router.push("/");
    else setRefused(true);
  };
  return (
    <>
      {refused && <p role="alert">The sign-in could not be confirmed. Reload the page and try again.</p>}
      <Guard adapter={adapter} app={app} onSuccess={(session) => void enter(session).catch(() => setRefused(true))} />
    </>
  );
}
