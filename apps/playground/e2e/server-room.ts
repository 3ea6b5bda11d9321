// One process with many servers, each with a port, a database and a mailbox of its own. servers.ts forks it.
import { readConfig, startServer, type RunningServer } from "../../mock-server/src/node/index.ts";
import type { RoomAnswer, RoomRequest } from "./servers.ts";

const running = new Map<number, RunningServer>();

async function start(id: number): Promise<RoomAnswer> {
  try {
    const server = await startServer(readConfig(process.env));
    running.set(id, server);
    return { id, url: server.url };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

process.on("message", ({ id, please }: RoomRequest) => {
  if (please === "start") void start(id).then((answer) => process.send?.(answer));
  else void running.get(id)?.close();
});
process.on("disconnect", () => process.exit());
