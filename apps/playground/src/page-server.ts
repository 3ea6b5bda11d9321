import type { createMockServer } from "@guard/mock-server/browser";

type MockServer = Awaited<ReturnType<typeof createMockServer>>;

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly code?: string | undefined;
  readonly at: number;
}

let running: Promise<MockServer> | undefined;

// One server a page, in a chunk of its own: it brings SQLite as WebAssembly.
const server = (): Promise<MockServer> => (running ??= import("@guard/mock-server/browser").then(({ createMockServer: create }) => create()));

/** The server inside the page, started by its first request. */
export function pageServer(): { readonly fetch: typeof fetch; readonly outbox: () => Promise<readonly Letter[]> } {
  return {
    fetch: async (input, init) => (await server()).fetch(new Request(input, init)),
    outbox: async () => (await server()).outbox(),
  };
}
