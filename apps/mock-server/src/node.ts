// The server as a process: its environment in, one line out, and an orderly end.
import { enableCompileCache, flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

// What Node makes of the TypeScript is kept for the next start, which then needs half the time and 20 MB less.
enableCompileCache();

// What loading leaves behind would make V8's young heap grow to 16 MB, which it keeps. It may grow when people come.
setFlagsFromString("--semi-space-growth-factor=1");
const { readConfig, startServer, StartError } = await import("./node/index.ts");

/** How long /readyz answers 503 before the port closes, in milliseconds, so that a balancer sends nobody any more. */
const DRAIN_MS = 250;

try {
  const server = await startServer(readConfig(process.env));
  setFlagsFromString("--semi-space-growth-factor=2");
  const stop = async () => {
    await server.close(DRAIN_MS);
    process.exit(0);
  };
  // A terminal and a parent may both ask; `close` answers the second with the first's end.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  console.log(`listening ${server.url}`);
  flushCompileCache();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
