import { createHttpAdapter } from "@guard/adapter-http";
import { Guard } from "@guard/react";
import "@guard/theme/styles.css";

const adapter = createHttpAdapter({ baseUrl: "", tokens: "cookie" });

/** The browser holds the session already when `onEntered` is called; the page never sees its token. */
export function Login({ app, onEntered }: { app: string; onEntered: () => void }) {
  return <Guard adapter={adapter} app={app} onSuccess={onEntered} />;
}
