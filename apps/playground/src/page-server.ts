import type { createMockServer } from "@guard/mock-server/browser";

type MockServer = Awaited<ReturnType<typeof createMockServer>>;

/** What the server sent: a mail or an SMS. */
export interface Letter {
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly subject: string;
  readonly code?: string | undefined;
  readonly at: number;
}

let running: Promise<MockServer> | undefined;

// One server a page, in a chunk of its own: it brings SQLite as WebAssembly.
const server = (): Promise<MockServer> => (running ??= import("@guard/mock-server/browser").then(({ createMockServer: create }) => create()));

export interface PageServer {
  readonly fetch: typeof fetch;
  readonly outbox: () => Promise<readonly Letter[]>;
  /** Moves the server's clock on, in milliseconds. */
  readonly advance: (ms: number) => Promise<void>;
}

/** The server inside the page, started by its first request. */
export function pageServer(): PageServer {
  return {
    fetch: async (input, init) => (await server()).fetch(new Request(input, init)),
    outbox: async () => (await server()).outbox(),
    advance: async (ms) => (await server()).advance(ms),
  };
}
