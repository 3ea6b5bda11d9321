import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { hostsOrigin, pageOrigin } from "./address.ts";

const entry = join(import.meta.dirname, "../../mock-server/src/node.ts");

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly code?: string;
}

/** The challenge as the server sees it; only what the tests compare with the page. */
export interface ServerChallenge {
  readonly now: number;
  readonly factors: readonly { readonly sentTo?: string; readonly resendAt?: number; readonly expiresAt?: number }[];
}

/** A server, spoken to beside the page. */
export interface ServerCalls {
  readonly url: string;
  /** What arrived for an address, newest first. */
  mails(to: string): Promise<readonly Mail[]>;
  /** Moves the server's clock and answers its time, epoch ms. */
  advance(ms: number): Promise<number>;
  /** Calls /api/v1 directly, past the page. */
  call(method: "GET" | "POST", path: string, body?: object, token?: string): Promise<Response>;
  challenge(token: string): Promise<ServerChallenge>;
}

/** A server process of its own. */
export interface ServerProcess extends ServerCalls {
  /** Ends it now, if it has not ended yet. */
  kill(): Promise<void>;
}

/** The environment of a server on any free port, with everything in memory; `settings` are a test's own variables. */
export const serverSettings = (settings: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: "0",
  DATABASE_URL: "file::memory:",
  ALLOWED_ORIGINS: `${pageOrigin},${hostsOrigin}`,
  LOG_LEVEL: "warn",
  GUARD_ENV: "development",
  ...settings,
});

/** Starts `node apps/mock-server/src/node.ts`. */
export async function startServer(settings?: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry], { env: serverSettings(settings), stdio: ["ignore", "pipe", "inherit"] });
  return {
    ...serverAt(await listening(child.stdout)),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** A server that somebody else has started. */
export function serverAt(url: string): ServerCalls {
  const call: ServerCalls["call"] = (method, path, body, token) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(body && { "content-type": "application/json" }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });

  return {
    url,
    call,
    async mails(to) {
      const answer = (await (await fetch(`${url}/dev/outbox?to=${encodeURIComponent(to)}`)).json()) as { messages: Mail[] };
      return answer.messages;
    },
    async advance(advanceMs) {
      const response = await fetch(`${url}/dev/clock`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ advanceMs }) });
      return ((await response.json()) as { now: number }).now;
    },
    challenge: async (token) => (await call("GET", "/challenge", undefined, token)).json() as Promise<ServerChallenge>,
  };
}

async function listening(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const url = /^listening (http:\/\/\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error("The server ended before it listened; it has said why above.");
}
