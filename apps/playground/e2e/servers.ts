import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { serverAt, serverSettings, type ServerCalls } from "./server.ts";

/** A server of one test. */
export interface Server extends ServerCalls {
  /** Lets it finish what it does, and end. */
  stop(): void;
}

/** The servers of one worker. */
export interface Servers {
  /** A fresh one, for one test. */
  take(): Promise<Server>;
  /** Ends them all. */
  close(): Promise<void>;
}

export interface RoomRequest {
  readonly id: number;
  readonly please: "start" | "stop";
}

export type RoomAnswer = { readonly id: number; readonly url: string } | { readonly id: number; readonly failure: string };

/** Real servers over real HTTP, all of a worker's in one process: another one costs 30 ms there, and ten times that as a Node of its own. */
export function createServers(settings?: NodeJS.ProcessEnv): Servers {
  const room = fork(join(import.meta.dirname, "server-room.ts"), { execArgv: [], env: serverSettings(settings), stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  room.on("message", (answer: RoomAnswer) => {
    const promised = waiting.get(answer.id);
    if ("url" in answer) promised?.resolve(answer.url);
    else promised?.reject(new Error(`The server did not start: ${answer.failure}`));
  });
  room.on("exit", () => waiting.forEach(({ reject }) => reject(new Error("The servers’ process ended; it has said why above."))));
  const ask = (id: number, please: RoomRequest["please"]): void => void room.send({ id, please } satisfies RoomRequest);
  return {
    async take() {
      const id = waiting.size;
      const promised = Promise.withResolvers<string>();
      waiting.set(id, promised);
      ask(id, "start");
      return { ...serverAt(await promised.promise), stop: () => ask(id, "stop") };
    },
    async close() {
      const ended = once(room, "exit");
      room.kill("SIGKILL");
      await ended;
    },
  };
}
