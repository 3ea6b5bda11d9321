import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FaceReading, FaceVerifier } from "./verifier.ts";

export type { FaceReading, FaceVerifier, Picture } from "./verifier.ts";

/** As many pictures may wait for the one that is looked at; one more is told `busy`. */
const WAITING = 8;

interface Answer {
  readonly id: number;
  readonly reading: FaceReading;
}

/** Tells faces apart on this machine: a template is 128 numbers, their distance Euclidean. It does not know a face from a picture of one. Rejects when the models can't be loaded. */
export async function createFaceVerifier(): Promise<FaceVerifier> {
  const waiting = new Map<number, (reading: FaceReading) => void>();
  let worker: Promise<Worker> | undefined;
  let asked = 0;
  const onEnd = () => {
    worker = undefined;
    for (const answer of waiting.values()) answer({ kind: "busy" });
    waiting.clear();
  };
  const running = () => (worker ??= startWorker(waiting, onEnd));
  await running();
  return {
    async describe(picture) {
      if (waiting.size >= WAITING) return { kind: "busy" };
      const id = (asked += 1);
      const reading = new Promise<FaceReading>((answer) => waiting.set(id, answer));
      void running().then((thread) => thread.postMessage({ id, picture }), onEnd);
      return reading;
    },
    distance,
    close: async () => void (await (await worker)?.terminate()),
  };
}

/** A thread that has loaded its models. When it dies, `onEnd` hears of it, and the next picture starts another. */
async function startWorker(waiting: Map<number, (reading: FaceReading) => void>, onEnd: () => void): Promise<Worker> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  await once(worker, "message");
  // A process that has nothing else to do may end.
  worker.unref();
  worker.on("error", (error) => process.emitWarning(error instanceof Error ? error : String(error)));
  worker.on("exit", onEnd);
  worker.on("message", ({ id, reading }: Answer) => {
    waiting.get(id)?.(reading);
    waiting.delete(id);
  });
  return worker;
}

function distance(left: Uint8Array, right: Uint8Array): number {
  const [a, b] = [numbersIn(left), numbersIn(right)];
  // A template of another model is like nobody.
  if (a.length !== b.length || a.length === 0) return Infinity;
  return Math.sqrt(a.reduce((sum, value, at) => sum + (value - (b[at] ?? NaN)) ** 2, 0));
}

const numbersIn = (template: Uint8Array): Float32Array => new Float32Array(new Uint8Array(template).buffer);
