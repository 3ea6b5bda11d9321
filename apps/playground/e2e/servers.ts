import { startServer, type Server } from "./server.ts";

/** The servers of one worker. */
export interface Servers {
  /** A fresh one, for one test. */
  take(): Promise<Server>;
  /** Ends them all. */
  close(): Promise<void>;
}

/** Starts each test's server while the test before it runs, so that no test waits for Node to load. */
export function createServers(settings?: NodeJS.ProcessEnv): Servers {
  const started: Promise<Server>[] = [];
  let spare: Promise<Server> | undefined;
  const start = (): Promise<Server> => {
    const starting = startServer(settings);
    started.push(starting);
    return starting;
  };
  return {
    take() {
      const taken = spare ?? start();
      spare = taken.then(start);
      return taken;
    },
    async close() {
      await spare;
      for (const each of started) await (await each).kill();
    },
  };
}
