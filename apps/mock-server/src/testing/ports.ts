import { PRETENDED_SOURCES } from "../development/identity-source.ts";
import { sha256 } from "../crypto/digest.ts";
import type { Clock, Handover, Hasher, Mail, Mailer, Ports, Random, Sms, SmsSender, Store } from "../ports.ts";

/** Ports of a test, and the handles to move and watch them. */
export interface TestPorts {
  readonly ports: Ports;
  /** Moves the server's clock, in ms. */
  advance(ms: number): void;
  /** Everything that was mailed, oldest first. */
  readonly mails: Mail[];
  /** Everything that went out by SMS, oldest first. */
  readonly texts: Sms[];
  /** What the provider says to the next messages; `handed-over` when nothing is said. */
  readonly handovers: Handover[];
  /** The PHC strings that were verified. */
  readonly verified: string[];
  /** The passwords that were hashed. */
  readonly hashed: string[];
}

export const START = 1_800_000_000_000;

export function createTestPorts(store: Store, environment: "development" | "production"): TestPorts {
  let now = START;
  const clock: Clock = { now: () => now };
  const mails: Mail[] = [];
  const texts: Sms[] = [];
  const handovers: Handover[] = [];
  const verified: string[] = [];
  const hashed: string[] = [];
  const handOver = async <T>(message: T, taken: T[]): Promise<Handover> => {
    const handover = handovers.shift() ?? "handed-over";
    await Promise.resolve();
    if (handover !== "refused") taken.push(message);
    return handover;
  };
  const mailer: Mailer = { send: (mail) => handOver(mail, mails) };
  const sms: SmsSender = { send: (message) => handOver(message, texts) };
  const config = { environment, secret: new Uint8Array(32).fill(7), allowedOrigins: ["http://localhost:5173"], trustedProxies: ["10.0.0.0/8"] };
  const ports: Ports = { store, clock, random: createTestRandom(), hasher: createTestHasher(verified, hashed), mailer, sms, identitySources: PRETENDED_SOURCES, config };
  return { ports, mails, texts, handovers, verified, hashed, advance: (ms) => (now += ms) };
}

/** A fast stand-in for argon2id. `$old$` marks a string made with weaker parameters. */
function createTestHasher(verified: string[], hashed: string[]): Hasher {
  return {
    hash: async (password) => {
      hashed.push(password);
      return `$test$${await sha256(password)}`;
    },
    verify: async (phc, password) => {
      verified.push(phc);
      return phc.replace("$old$", "$test$") === `$test$${await sha256(password)}`;
    },
    isOutdated: (phc) => phc.startsWith("$old$"),
  };
}

/** Mulberry32: the same bytes in each run, so that a failure can be seen again. */
export function createTestRandom(seed = 1): Random {
  let state = seed;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  };
  return { bytes: (length) => Uint8Array.from({ length }, draw) };
}
