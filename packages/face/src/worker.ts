import { parentPort } from "node:worker_threads";
import { loadModel } from "./model.ts";
import type { Picture } from "./verifier.ts";

// A second of arithmetic a picture, on a thread of its own: the server's stays free for everybody else.

export interface Work {
  readonly id: number;
  readonly picture: Picture;
}

const look = await loadModel();
parentPort?.on("message", ({ id, picture }: Work) => {
  void look(picture).then((reading) => parentPort?.postMessage({ id, reading }));
});
parentPort?.postMessage("ready");
