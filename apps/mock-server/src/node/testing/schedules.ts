import fc from "fast-check";
import { expect } from "vitest";
import { FIVE } from "../../testing/five-factors.ts";

/** One call of a schedule: at which server, in which application, with which challenge there, by which factor, and whether what it brings is right. */
export interface Call {
  readonly server: 0 | 1;
  readonly app: 0 | 1;
  readonly challenge: 0 | 1 | 2;
  readonly by: (typeof FIVE)[number];
  readonly right: boolean;
}

/** Calls of one account: each wave goes off at once, to two processes, after the answers of the one before. */
export interface Schedule {
  /** Where the counters stand when it begins. */
  readonly failures: number;
  readonly total: number;
  readonly waves: readonly (readonly Call[])[];
}

/** What a schedule came to. */
export interface Came {
  readonly codes: readonly string[];
  readonly sessions: number;
  readonly account: { readonly failures: number; readonly total: number; readonly lockedUntil: number | null; readonly closedAt: number | null };
}

const call: fc.Arbitrary<Call> = fc.record({
  server: fc.constantFrom(0, 1),
  app: fc.constantFrom(0, 1),
  challenge: fc.constantFrom(0, 1, 2),
  by: fc.constantFrom(...FIVE),
  // Mostly wrong, or no schedule would come as far as the lock.
  right: fc.nat({ max: 9 }).map((draw) => draw === 0),
});

const CLOSE_AT = 100;
const LOCK_AT = 6;

const schedule: fc.Arbitrary<Schedule> = fc.record({
  failures: fc.nat({ max: LOCK_AT - 1 }),
  total: fc.constantFrom(5, 50, CLOSE_AT - 2),
  waves: fc.array(fc.array(call, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
});

/** One wrong try by each factor at once, by turns at both servers and in both applications. */
const oneOfEach = (turn: 0 | 1): Call[] => FIVE.map((by, at) => ({ server: at % 2 === turn ? 0 : 1, app: at % 2 === 0 ? 0 : 1, challenge: turn, by, right: false }));

/** Chance seldom has all five judged before the lock: so each is counted, and locks what the others would try. */
const FIVE_AND_THE_LOCK: Schedule = { failures: 0, total: 5, waves: [oneOfEach(0), oneOfEach(1)] };

/** A few schedules, always the same, in `npm test`; in `npm run test:deep` many. */
const runs = (): fc.Parameters<[Schedule]> => {
  const deep = process.env["PROPERTY_RUNS"];
  const examples: [Schedule][] = [[FIVE_AND_THE_LOCK]];
  return deep === undefined ? { numRuns: 7, seed: 20_261_122, examples } : { numRuns: Math.ceil(Number(deep) / 50), examples };
};

export const anySchedule = (run: (schedule: Schedule) => Promise<void>): Promise<void> => fc.assert(fc.asyncProperty(schedule, run), runs());

/** How often what is right can be right: a code once in its application, the recovery code once in all, a face with each picture. */
function chances(waves: Schedule["waves"]): number {
  const right = waves.flat().filter((each) => each.right);
  const codes = right.filter(({ by }) => by !== "face").map(({ by, app }) => (by === "recovery" ? by : `${by} ${app}`));
  return new Set(codes).size + right.filter(({ by }) => by === "face").length;
}

const count = (codes: readonly string[], code: string): number => codes.filter((each) => each === code).length;

/** What holds after any schedule (S-01 to S-08). */
export function seeCounted({ failures, total, waves }: Schedule, { codes, sessions, account }: Came): void {
  const [accepted, wrong] = [count(codes, "200"), count(codes, "code_invalid") + count(codes, "face_no_match")];
  // On a machine that is busy with other things some may hear 503; nothing was compared for them.
  const known = ["200", "code_invalid", "face_no_match", "locked", "closed", "challenge_expired", "unavailable", "factor_unavailable"];
  expect(codes.filter((each) => !known.includes(each))).toEqual([]);
  // Each success is one session.
  expect(accepted).toBeLessThanOrEqual(chances(waves));
  expect(sessions).toBe(accepted);
  expect(account.total).toBeLessThanOrEqual(CLOSE_AT);
  expect(account.closedAt !== null).toBe(account.total === CLOSE_AT);
  expect(account.lockedUntil !== null).toBe(account.failures === LOCK_AT);
  // Between two successes five are told that they were wrong; the sixth locks, and nothing after it is compared.
  expect(wrong).toBeLessThanOrEqual(LOCK_AT - 1 - failures + accepted * (LOCK_AT - 1));
  if (accepted > 0) return;
  // Whatever was counted was counted in both, and everybody but the one that locked or closed was told.
  expect(account.total - total).toBe(account.failures - failures);
  const stopped = account.failures === LOCK_AT || account.total === CLOSE_AT ? 1 : 0;
  expect(account.failures - failures).toBe(wrong + stopped);
}
