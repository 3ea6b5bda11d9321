import { setTimeout as wait } from "node:timers/promises";
import type { ServerProcess } from "../../apps/mock-server/src/node/testing/process.ts";
import { atMost, ms, quantile, type Row } from "./report.ts";
import { CODE, OPEN_APP, tokenOf, userName } from "./seed.ts";

const CONNECTIONS = 200;
/** Code checks made while the flood runs; each takes a person of its own from the seed. */
export const PROBES = 100;

const addressOf = (turn: number): string => `10.200.${(turn >> 8) & 255}.${turn & 255}`;

/** Code checks and health during a flood of password logins (S-39). Whoever hears 503 comes again after the second it was told. */
export async function benchFlood(server: ServerProcess, password: string, firstPerson: number): Promise<readonly Row[]> {
  let stopped = false;
  const answered = { judged: 0, refused: 0 };
  const connection = async (_: unknown, number: number): Promise<void> => {
    for (let turn = number; !stopped; turn += CONNECTIONS) {
      const { status } = await post(server, "/sign-in", { app: OPEN_APP, identifier: userName(turn % 500), password }, addressOf(turn));
      if (status === 200) answered.judged += 1;
      else if (status === 503) {
        answered.refused += 1;
        await wait(1000);
      } else throw new Error(`A sign-in of the flood answered ${status}.`);
    }
  };
  const flood = Promise.all(Array.from({ length: CONNECTIONS }, connection));
  await wait(1000);
  const [checks, health] = [[] as number[], [] as number[]];
  for (let probe = 0; probe < PROBES; probe += 1) {
    const token = tokenOf(firstPerson + probe);
    checks.push(await timed(() => post(server, "/challenge/verify", { factor: "email", code: CODE }, addressOf(probe), token)));
    health.push(await timed(() => fetch(`${server.url}/healthz`)));
  }
  stopped = true;
  await flood;
  if (answered.refused === 0) throw new Error("The flood filled no queue, so it measured nothing.");
  return [
    { name: `server: during ${CONNECTIONS} connections of password logins, judged / told 503`, figure: `${answered.judged} / ${answered.refused}` },
    atMost("server: code checks p99 during it", quantile(checks, 0.99), 100, ms),
    atMost("server: health p99 during it", quantile(health, 0.99), 50, ms),
  ];
}

async function timed(call: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  const response = await call();
  if (response.status !== 200) throw new Error(`${response.url} answered ${response.status} during the flood.`);
  return performance.now() - began;
}

async function post(server: ServerProcess, path: string, body: object, ip: string, token?: string): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-Forwarded-For": ip, ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(`${server.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  await response.arrayBuffer();
  return response;
}
