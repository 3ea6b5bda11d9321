import { Agent, request } from "node:http";

/** What a stretch of load was like: its rate a second, and each answer's time in ms. */
export interface Driven {
  readonly rate: number;
  readonly latencies: readonly number[];
}

/** Calls `work` with 0, 1, 2 … as often as `count` says or until `forMs` are over, so many at a time. The first that throws ends it. */
export async function drive(work: (turn: number) => Promise<unknown>, { inFlight, count = Infinity, forMs = Infinity }: { inFlight: number; count?: number; forMs?: number }): Promise<Driven> {
  const latencies: number[] = [];
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count && performance.now() - began < forMs) {
      const turn = next++;
      const from = performance.now();
      await work(turn);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { rate: (latencies.length * 1000) / (performance.now() - began), latencies };
}

export interface Call {
  readonly path: string;
  readonly body: object;
  readonly ip: string;
  readonly key: string;
  readonly token?: string;
}

/** A caller that keeps its connections open until it rests: the server closes what was idle for 5 s, maybe just as it is used again. It throws at any answer but 200: a refusal is quick and would flatter the rate. */
export function createCaller(url: string, inFlight: number): { readonly call: (call: Call) => Promise<void>; readonly rest: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const call = ({ path, body, ip, key, token }: Call): Promise<void> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text), "X-Forwarded-For": ip, "Idempotency-Key": key, ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
      const sent = request(`${url}/api/v1${path}`, { agent, method: "POST", headers }, (response) => {
        let answer = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
        response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${response.statusCode}: ${answer}`))));
      });
      sent.on("error", reject).end(text);
    });
  return { call, rest: () => agent.destroy() };
}
