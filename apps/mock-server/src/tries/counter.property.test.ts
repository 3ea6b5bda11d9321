import { isSentFactor } from "@guard/contract";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FIVE, FiveFactors, TWO_APPS } from "../testing/five-factors.ts";
import type { OneOfFive, OneOfTwo } from "../testing/five-factors.ts";
import type { Answer } from "../testing/rig.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Low enough for a run of events to reach it. */
const CLOSE_AT = 14;

const factor = fc.constantFrom<OneOfFive>(...FIVE);
const app = fc.constantFrom<OneOfTwo>(...TWO_APPS);

/** Any order in which `items` can stand. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}

it("wrong codes of five factors in each of their 120 orders, by turns in two applications, share one count, and the sixth locks (S-03)", async () => {
  const orders = permutations(FIVE);
  expect(orders).toHaveLength(120);
  const person = await FiveFactors.create(new Sqlite(":memory:"));
  for (const order of orders) {
    await person.rig.db.updateTable("account").set({ failures: 0, total: 0, lockedUntil: null, closedAt: null }).execute();
    await person.rig.db.updateTable("challenge").set({ burntAt: 0 }).execute();
    const tokens = [await person.open("demo"), await person.open("demo-totp")];
    const seen = [];
    for (const [at, which] of [...order, order[0] ?? "email"].entries()) {
      const token = tokens[at % 2] ?? "";
      seen.push((await person.try(which, token, await person.codeOf(which, false, token))).body["attemptsLeft"]);
    }
    expect(seen).toEqual([5, 4, 3, 2, 1, undefined]);
    const { lockedUntil } = await person.counters();
    expect(Math.abs((lockedUntil ?? 0) - person.rig.ports.clock.now() - HOUR)).toBeLessThanOrEqual(1000);
  }
}, 60_000);

/** Many more in `npm run test:deep`. */
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 40);

/** R11 and R11b in two dozen lines: what any order of events must lead to. */
class Model {
  failures = 0;
  total = 0;
  lockedUntil: number | null = null;
  closed = false;
  #today = { tries: 0, since: 0 };

  try(which: OneOfFive, right: boolean, now: number): string {
    if (this.closed) return which === "recovery" ? this.#tryClosed(right, now) : "factor_unavailable";
    if (this.lockedUntil !== null && this.lockedUntil > now) return "locked";
    if (right) return this.#clear();
    this.failures = this.lockedUntil === null ? this.failures + 1 : 1;
    this.total += 1;
    this.lockedUntil = this.failures >= 6 ? now + HOUR : null;
    this.closed = this.total >= CLOSE_AT;
    if (this.closed) return "closed";
    return this.lockedUntil === null ? `left ${6 - this.failures}` : "locked";
  }

  #tryClosed(right: boolean, now: number): string {
    if (this.#today.tries === 0 || this.#today.since + DAY <= now) this.#today = { tries: 0, since: now };
    if (this.#today.tries >= 5) return "rate_limited";
    this.#today.tries += 1;
    if (right) return this.#clear();
    return this.#today.tries < 5 ? `left ${5 - this.#today.tries}` : "rate_limited";
  }

  #clear(): string {
    Object.assign(this, { failures: 0, total: 0, lockedUntil: null, closed: false });
    this.#today = { tries: 0, since: 0 };
    return "done";
  }
}

type Step =
  | { readonly do: "try"; readonly factor: OneOfFive; readonly app: OneOfTwo; readonly right: boolean }
  | { readonly do: "password" | "wrong password" | "enrolment" | "lock expiry" | "a day" };
const wrong = fc.record({ do: fc.constant("try" as const), factor, app, right: fc.constant(false) });
const right = fc.record({ do: fc.constant("try" as const), factor, app, right: fc.constant(true) });
const other = fc.record({ do: fc.constantFrom("password" as const, "wrong password" as const, "enrolment" as const, "lock expiry" as const, "a day" as const) });
const step: fc.Arbitrary<Step> = fc.oneof({ weight: 8, arbitrary: wrong }, { weight: 1, arbitrary: right }, { weight: 2, arbitrary: other });

const wordOf = ({ body }: Answer): string => {
  if (body["status"] === "done") return "done";
  return body["code"] === "code_invalid" || body["code"] === "face_no_match" ? `left ${String(body["attemptsLeft"])}` : String(body["code"]);
};

async function take(person: FiveFactors, what: Step): Promise<string | undefined> {
  // A step of the authenticator app and a wait between two codes pass.
  person.rig.advance(60_000);
  if (what.do === "lock expiry") person.rig.advance(HOUR);
  if (what.do === "a day") person.rig.advance(DAY);
  if (what.do === "password") await person.signIn("demo");
  if (what.do === "wrong password") await person.signIn("demo", "wrong");
  if (what.do === "enrolment") await person.rig.call("confirmTotp", { code: "000000" }, { token: "gc_nobody" });
  if (what.do !== "try") return undefined;
  const entry = await person.signIn(what.app);
  if (entry.body["status"] !== "challenge") return wordOf(entry);
  const { token, factors } = (entry.body as { challenge: { token: string; factors: { factor: string }[] } }).challenge;
  // A closed account's challenge sends nothing, so what is typed there is anything.
  const onlyRecovery = factors[0]?.factor === "recovery";
  const code = onlyRecovery && what.factor !== "recovery" ? "123456" : await person.codeOf(what.factor, what.right, token);
  return wordOf(await person.try(what.factor, token, code));
}

it("the counter follows the model through any order of five factors, two applications, passwords, enrolments, lock expiries and days (R11, R11b, S-04, S-05, S-08)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 32 }), async (steps) => {
      const person = await FiveFactors.create(new Sqlite(":memory:"), { failuresToClose: CLOSE_AT });
      const model = new Model();
      for (const what of steps) {
        const seen = await take(person, what);
        expect(seen).toBe(what.do === "try" ? model.try(what.factor, what.right, person.rig.ports.clock.now()) : undefined);
        const { closedAt, ...counters } = await person.counters();
        expect({ ...counters, closed: closedAt !== null }).toEqual({ failures: model.failures, total: model.total, lockedUntil: model.lockedUntil, closed: model.closed });
      }
      expect(person.rig.faults).toEqual([]);
      await person.rig.db.destroy();
    }),
    { seed: 20261122, numRuns: RUNS },
  );
}, 60_000 + RUNS * 400);

const attempt = fc.record({ factor, right: fc.boolean(), tab: fc.nat(5) });

it("of any mix at once, of any factors in any tabs of two applications, at most six wrong ones are evaluated and each right code opens at most one session (S-01, S-02, S-06, S-13)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 40 }), fc.boolean(), async (mix, someRight) => {
      const person = await FiveFactors.create(new Sqlite(":memory:"));
      const tokens: string[] = [];
      while (tokens.length < 6) tokens.push(await person.open(TWO_APPS[tokens.length % 2] ?? "demo"));
      const tries: { readonly which: OneOfFive; readonly token: string; readonly isRight: boolean; readonly code: string }[] = [];
      for (const { factor: which, right: wanted, tab } of mix) {
        // A code that was sent is right in the application that sent it, and one wait stands for both.
        const isRight = wanted && someRight && (tab % 2 === 0 || !isSentFactor(which));
        tries.push({ which, token: tokens[tab] ?? "", isRight, code: await person.codeOf(which, isRight, tokens[tab % 2] ?? "") });
      }
      const answers = await Promise.all(tries.map(({ which, token, code }) => person.try(which, token, code)));
      const words = answers.map(wordOf);
      const sessions = words.filter((word) => word === "done").length;
      const evaluated = words.filter((word, at) => tries[at]?.isRight === false && word.startsWith("left")).length;
      expect(words.filter((word, at) => word === "done" && tries[at]?.isRight === false)).toEqual([]);
      // Each challenge is good for one session, and each right code in between begins another run of six.
      expect(sessions).toBeLessThanOrEqual(6);
      expect(evaluated).toBeLessThanOrEqual(5 + 6 * sessions);
      const { failures, total } = await person.counters();
      expect(failures).toBeLessThanOrEqual(6);
      expect(total).toBeGreaterThanOrEqual(failures);
      expect(await person.rig.db.selectFrom("session").select("id").execute()).toHaveLength(sessions);
      expect(person.rig.faults).toEqual([]);
      await person.rig.db.destroy();
    }),
    { seed: 20261123, numRuns: RUNS },
  );
}, 60_000 + RUNS * 400);
