// The server as a process: its environment in, one line out, and an orderly end.
import { readConfig, startServer, StartError } from "./node/index.ts";

/** How long /readyz answers 503 before the port closes, in milliseconds, so that a balancer sends nobody any more. */
const DRAIN_MS = 250;

try {
  const server = await startServer(readConfig(process.env));
  const stop = async () => {
    await server.close(DRAIN_MS);
    process.exit(0);
  };
  // A terminal and a parent may both ask; `close` answers the second with the first's end.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  console.log(`listening ${server.url}`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
