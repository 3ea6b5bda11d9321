import { createHttpAdapter, httpCapabilities } from "@guard/adapter-http";
import type { GuardAdapter } from "@guard/contract";
import { use, useMemo } from "react";
import type { Choices } from "./choices.ts";
import { pageServer, type Letter } from "./page-server.ts";

/** Where the mails of a backend can be read: another page, or right here. */
export type Inbox = { readonly is: "link"; readonly href: string } | { readonly is: "here"; readonly read: () => Promise<readonly Letter[]> };

export interface Backend {
  readonly adapter: GuardAdapter;
  readonly inbox: Inbox;
  /** Moves the server's clock on, so that nobody waits an hour for a lock to end. */
  readonly advance: (ms: number) => Promise<unknown>;
}

const advanceOver = (server: string, ms: number): Promise<unknown> =>
  fetch(`${server}/dev/clock`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ advanceMs: ms }) });

/** Faces too: a server names them only where a provider is plugged in (FACE_VERIFIER), so without one no tab shows. */
const capabilities = { ...httpCapabilities, verify: [...httpCapabilities.verify, "face"], bind: [...httpCapabilities.bind, "face"] } as const;

let loading: Promise<typeof import("./authing.ts")> | undefined;

// A chunk of its own: it brings Authing's SDK.
const authing = (): Promise<typeof import("./authing.ts")> => (loading ??= import("./authing.ts"));

/** The real server over HTTP, by its own contract or by Authing's protocol, or the same server running inside this page. */
export function useBackend({ backend, server, tokens, app }: Choices): Backend {
  const connect = backend === "authing" ? use(authing()).connect : undefined;
  // A client of Authing's speaks for one application, an adapter of ours for all.
  const only = connect === undefined ? "" : app;
  return useMemo(() => {
    if (connect !== undefined) return { adapter: connect(server, only), inbox: { is: "link", href: `${server}/dev/outbox` }, advance: (ms) => advanceOver(server, ms) };
    if (backend === "http") return { adapter: createHttpAdapter({ baseUrl: server, tokens, capabilities }), inbox: { is: "link", href: `${server}/dev/outbox` }, advance: (ms) => advanceOver(server, ms) };
    const page = pageServer();
    return { adapter: createHttpAdapter({ baseUrl: location.origin, fetch: page.fetch }), inbox: { is: "here", read: page.outbox }, advance: page.advance };
  }, [backend, server, tokens, connect, only]);
}
