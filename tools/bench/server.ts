import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createSystemClock } from "../../apps/mock-server/src/browser/clock.ts";
import { verifyCode } from "../../apps/mock-server/src/challenge/verify.ts";
import { newId } from "../../apps/mock-server/src/crypto/token.ts";
import { createDomain } from "../../apps/mock-server/src/domain.ts";
import { createArgon2Hasher } from "../../apps/mock-server/src/node/hasher.ts";
import { random } from "../../apps/mock-server/src/node/random.ts";
import { readSecret } from "../../apps/mock-server/src/node/secret.ts";
import { openSqliteStore } from "../../apps/mock-server/src/node/sqlite-store.ts";
import { SECRET, startProcess, type ServerProcess } from "../../apps/mock-server/src/node/testing/process.ts";
import { createCaller, drive } from "./drive.ts";
import { benchFlood, PROBES } from "./flood.ts";
import { atLeast, atMost, median, ms, percent, perSecond, quantile, type Row } from "./report.ts";
import { CODE, MAIL_APP, OPEN_APP, seedTwice, tokenOf, userName } from "./seed.ts";

const PASSWORD = "Correct-horse-2026!";
const STARTS = 5;
const ROUNDS = 5;
/** As many browsers ask at the same time. */
const IN_FLIGHT = 8;
const ROUND_MS = 2_000;
const CHECKS_A_ROUND = 500;
/** Node compiles what is hot; the first few hundred calls tell of nothing but that. */
const WARM_UP = 150;
const IDLE_MS = 2_000;

/** Fresh addresses by the thousand, so that no limit is what is measured. */
const addressOf = (turn: number): string => `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;

const secret = readSecret(SECRET);
// Nothing listens there: no code of the bench goes through a mailbox.
const production = { GUARD_ENV: "production", MAIL_FROM: "Guard <login@example.com>", SMTP_URL: "smtp://127.0.0.1:9", SMS_URL: "off" };

/** The server in a process of its own, in production mode (every commit written through), asked over HTTP from this one. */
export async function benchServer(folder: string): Promise<readonly Row[]> {
  const work = mkdtempSync(join(folder, "server-"));
  try {
    return [...(await measureStart(work)), ...(await measureLoad(work))];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measureStart(work: string): Promise<readonly Row[]> {
  const times: Record<"development" | "production", number[]> = { development: [], production: [] };
  const sizes: typeof times = { development: [], production: [] };
  const processor: typeof times = { development: [], production: [] };
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const mode of ["development", "production"] as const) {
      const began = performance.now();
      const server = await startProcess({ DATABASE_URL: `file:${join(work, `${mode}-${turn}.sqlite`)}`, ...(mode === "production" ? production : { GUARD_ENV: mode }) });
      times[mode].push(performance.now() - began);
      processor[mode].push(cpuMs(server.pid));
      // A first start of new code compiles it, in memory that it keeps; the next ones read what it wrote down.
      if (turn === STARTS - 1) await idle(server, sizes[mode]);
      await server.kill();
    }
  }
  return [
    atMost("server: start to listening, development (new database, demo data)", median(times.development), 1_500, ms),
    atMost("server: start to listening, production (new database)", median(times.production), 1_500, ms),
    { name: "server: processor time of a start, development / production", figure: `${ms(median(processor.development))} / ${ms(median(processor.production))}` },
    atMost("server: idle memory, development", median(sizes.development), 130, megabytes),
    atMost("server: idle memory, production", median(sizes.production), 130, megabytes),
  ];
}

const megabytes = (value: number): string => `${Math.round(value)} MB`;

async function idle(server: ServerProcess, sizes: number[]): Promise<void> {
  await fetch(`${server.url}/healthz`);
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  sizes.push(residentMegabytes(server.pid));
}

function residentMegabytes(pid: number): number {
  const [, kibibytes = "NaN"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kibibytes) * 1024) / 1e6;
}

/** Milliseconds of processor time a process has used, all threads. Linux counts in hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function measureLoad(work: string): Promise<readonly Row[]> {
  const hasher = createArgon2Hasher();
  const password = await hasher.hash(PASSWORD);
  const [served, bare] = [join(work, "served.sqlite"), join(work, "bare.sqlite")];
  await seedTwice(served, bare, { secret, people: WARM_UP + ROUNDS * CHECKS_A_ROUND + PROBES, password });
  const server = await startProcess({ ...production, DATABASE_URL: `file:${served}` });
  try {
    const logins = await measureLogins(server, () => hasher.verify(password, PASSWORD));
    const checks = await measureChecks(server, bare);
    const flood = await benchFlood(server, PASSWORD, WARM_UP + ROUNDS * CHECKS_A_ROUND);
    return [...logins, ...checks, ...flood, { name: "server: memory after the load", figure: megabytes(residentMegabytes(server.pid)) }];
  } finally {
    await server.kill();
  }
}

async function measureLogins(server: ServerProcess, hash: () => Promise<unknown>): Promise<readonly Row[]> {
  const caller = createCaller(server.url, IN_FLIGHT);
  let done = 0;
  const login = (): Promise<void> => {
    const turn = done++;
    return caller.call({ path: "/sign-in", body: { app: OPEN_APP, identifier: userName(turn % 500), password: PASSWORD }, ip: addressOf(turn), key: `in-${turn}` });
  };
  const bounds = { inFlight: IN_FLIGHT, forMs: ROUND_MS };
  await drive(login, { inFlight: IN_FLIGHT, count: 50 }).finally(caller.rest);
  const rounds = await alternate(server, () => drive(hash, bounds), () => drive(login, bounds).finally(caller.rest));
  return [
    { name: "server: pure argon2 checks", figure: perSecond(rounds.bare) },
    { name: "server: password logins over HTTP", figure: perSecond(rounds.served) },
    { name: "server: password logins, p50 / p99 (8 at a time)", figure: rounds.latency },
    { name: "server: processor time a login in the server / a pure argon2 check", figure: rounds.processor },
    atLeast("server: password logins against pure argon2", rounds.ratio, 0.7, percent),
  ];
}

function throwFault(fault: unknown): never {
  throw fault;
}

async function measureChecks(server: ServerProcess, databasePath: string): Promise<readonly Row[]> {
  const store = await openSqliteStore(`file:${databasePath}`, "production");
  const mailer = { send: () => Promise.resolve("refused" as const) };
  const config = { environment: "production", secret, allowedOrigins: [], trustedProxies: [] } as const;
  const domain = createDomain({ store, clock: createSystemClock(), random, hasher: createArgon2Hasher(), mailer, config }, [], throwFault);
  const caller = createCaller(server.url, IN_FLIGHT);
  const body = { factor: "email", code: CODE } as const;
  const taken = { bare: 0, served: 0 };
  const check = async (): Promise<void> => {
    const at = taken.bare++;
    const result = await verifyCode(domain, { ip: addressOf(at), requestId: newId(random), token: tokenOf(at), key: `code-${at}` }, body);
    if (!result.ok) throw new Error(`verifyCode answered ${result.error.code}`);
  };
  const ask = (): Promise<void> => {
    const at = taken.served++;
    return caller.call({ path: "/challenge/verify", body, ip: addressOf(at), key: `code-${at}`, token: tokenOf(at) });
  };
  const warmUp = { inFlight: IN_FLIGHT, count: WARM_UP };
  const bounds = { inFlight: IN_FLIGHT, count: CHECKS_A_ROUND, forMs: ROUND_MS };
  await drive(check, warmUp);
  await drive(ask, warmUp).finally(caller.rest);
  const rounds = await alternate(server, () => drive(check, bounds), () => drive(ask, bounds).finally(caller.rest));
  await store.close();
  return [
    { name: `server: code checks, store only (${MAIL_APP}, in process)`, figure: perSecond(rounds.bare) },
    { name: "server: code checks over HTTP", figure: perSecond(rounds.served) },
    { name: "server: code checks, p50 / p99 (8 at a time)", figure: rounds.latency },
    { name: "server: processor time a code check in the server / store only", figure: rounds.processor },
    atLeast("server: code checks against store only", rounds.ratio, 0.6, percent),
  ];
}

/** Both in turns, so that what else the machine does falls on both; each first as often as second. The ratio is the middle one of the rounds. */
async function alternate(server: ServerProcess, bare: () => ReturnType<typeof drive>, served: () => ReturnType<typeof drive>) {
  const rates: { bare: number; served: number }[] = [];
  const processor = { bare: 0, served: 0 };
  let aloneDone = 0;
  const alone = async (): ReturnType<typeof drive> => {
    const before = process.cpuUsage();
    const driven = await bare();
    const { user, system } = process.cpuUsage(before);
    processor.bare += (user + system) / 1000;
    aloneDone += driven.latencies.length;
    return driven;
  };
  const asked = async (): ReturnType<typeof drive> => {
    const before = cpuMs(server.pid);
    const driven = await served();
    processor.served += cpuMs(server.pid) - before;
    latencies.push(...driven.latencies);
    return driven;
  };
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await alone() : undefined;
    const { rate } = await asked();
    rates.push({ bare: (first ?? (await alone())).rate, served: rate });
  }
  return {
    bare: median(rates.map((rate) => rate.bare)),
    served: median(rates.map((rate) => rate.served)),
    ratio: median(rates.map((rate) => rate.served / rate.bare)),
    processor: `${ms(processor.served / latencies.length)} / ${ms(processor.bare / aloneDone)}`,
    latency: `${ms(quantile(latencies, 0.5))} / ${ms(quantile(latencies, 0.99))}`,
  };
}
