// The processes a tool starts, and nobody else's: each is ended by its own handle.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** How long a process may take to end by itself, in milliseconds: the server finishes what is in flight for 10 s. */
const GRACE_MS = 12_000;

/** Starts `node` with arguments. Its stderr goes through; each line of its stdout goes to `onLine`. */
export const startNode = (args, { env, cwd, onLine }) => {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", onLine);
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await ended;
    clearTimeout(timer);
  };
  return { ended, stop };
};

/** Whether a port of 127.0.0.1 can be listened on; 0 finds a free one. Resolves the port, or undefined when it is taken. */
export const freePort = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });

/** Resolves once an address answers anything at all; rejects after `ms`. */
export const answers = async (url, ms) => {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer within ${ms / 1000} s.`);
};
