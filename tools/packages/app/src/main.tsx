import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { Guard, type Session } from "@guard/react";
import "@guard/theme/styles.css";
import "@guard/theme/presets/soft.css";
import { useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

const server = createMockServer();
const adapter = createHttpAdapter({ baseUrl: "https://inside.the.page", fetch: server.fetch });

// The test reads the mails here, as a person reads an inbox.
Object.assign(window, { outbox: server.outbox });

function Page(): ReactNode {
  const [session, setSession] = useState<Session>();
  return <main>{session ? <p>Hello, {session.user.username}</p> : <Guard adapter={adapter} app="demo-email" onSuccess={setSession} />}</main>;
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Page />);
