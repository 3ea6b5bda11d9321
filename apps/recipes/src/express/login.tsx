import { createHttpAdapter } from "@guard/adapter-http";
import { Guard, type Session } from "@guard/react";
import "@guard/theme/styles.css";

const adapter = createHttpAdapter({ baseUrl: "https://login.example.com" });

export function Login({ onEntered, onRefused }: { onEntered: () => void; onRefused: () => void }) {
  const enter = async ({ token }: Session) => {
    const answer = await fetch("/api/sign-in", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }) });
    if (answer.ok) onEntered();
    else onRefused();
  };
  return <Guard adapter={adapter} app="shop" onSuccess={(session) => void enter(session).catch(onRefused)} />;
}
