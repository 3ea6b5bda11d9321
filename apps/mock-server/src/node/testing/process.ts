import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Resolves when it is gone, whoever ended it. */
  readonly gone: Promise<unknown>;
}

const MAIN = join(import.meta.dirname, "..", "..", "node.ts");

/** The secret that processes of one test share. */
export const SECRET = "a secret that two processes of one test share";

/** Starts `node.ts` as `npm start` does, on any port, behind a proxy on this machine (so that a test names the client's address). */
export async function startProcess(env: Readonly<Record<string, string>>, nodeOptions: readonly string[] = []): Promise<ServerProcess> {
  const { NODE_ENV: _, ...inherited } = process.env;
  const settings = { PORT: "0", LOG_LEVEL: "silent", GUARD_SECRET: SECRET, TRUSTED_PROXIES: "127.0.0.1", ...env };
  const child = spawn(process.execPath, [...nodeOptions, MAIN], { env: { ...inherited, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  const gone = once(child, "exit");
  const stderr = text(child.stderr);
  const line = await Promise.race([once(child.stdout, "data").then(([chunk]) => String(chunk)), gone.then(() => "")]);
  const url = /^listening (\S+)\n$/.exec(line)?.[1];
  if (url === undefined) throw new Error(`The server did not start: ${await stderr}`);
  const kill = async () => {
    child.kill("SIGKILL");
    await gone;
  };
  return { url, pid: child.pid ?? 0, kill, gone };
}

/** What a server answered; nothing when the connection was lost. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PostOptions {
  readonly token?: string;
  readonly key?: string;
  /** The client's address, as a proxy would tell it. */
  readonly ip?: string;
}

export const post = (url: string, path: string, body: object, options?: PostOptions): Promise<Reply> => call(url, path, "application/json", JSON.stringify(body), options);

export const postPicture = (url: string, path: string, image: Uint8Array, options?: PostOptions): Promise<Reply> => call(url, path, "image/png", new Uint8Array(image), options);

async function call(url: string, path: string, type: string, body: string | Uint8Array<ArrayBuffer>, { token, key, ip = "203.0.113.7" }: PostOptions = {}): Promise<Reply> {
  const headers = {
    "Content-Type": type,
    "X-Forwarded-For": ip,
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(key !== undefined && { "Idempotency-Key": key }),
  };
  const response = await fetch(`${url}/api/v1${path}`, { method: "POST", headers, body });
  return { status: response.status, body: (await response.json()) as Reply["body"] };
}
