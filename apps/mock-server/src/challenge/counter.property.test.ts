import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, signIn, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

/** Many more in `npm run test:deep`. */
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 30);

/** R11 in a dozen lines: what any order of events must lead to. */
interface Model {
  failures: number;
  total: number;
  lockedUntil: number | null;
  closed: boolean;
}

const HOUR = 3_600_000;

function modelTry(model: Model, right: boolean, now: number): string {
  if (model.closed) return "closed";
  if (model.lockedUntil !== null && model.lockedUntil > now) return "locked";
  if (right) {
    Object.assign(model, { failures: 0, total: 0, lockedUntil: null, closed: false });
    return "done";
  }
  model.failures = model.lockedUntil === null ? model.failures + 1 : 1;
  model.total += 1;
  model.lockedUntil = model.failures >= 6 ? now + HOUR : null;
  model.closed = model.total >= CLOSE_AT;
  if (model.closed) return "closed";
  return model.lockedUntil === null ? `left ${6 - model.failures}` : "locked";
}

/** Low enough for a run of events to reach it. */
const CLOSE_AT = 14;

type Step = "wrong" | "right" | "resend" | "password" | "wrong password" | "other app" | "lock expiry";
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>("wrong") },
  { weight: 1, arbitrary: fc.constantFrom<Step>("right", "resend", "password", "wrong password", "other app", "lock expiry") },
);

/** One account, seen through HTTP only. */
class Person {
  readonly #rig: Rig;
  #app = "demo-email";
  constructor(rig: Rig) {
    this.#rig = rig;
  }

  async take(what: Step): Promise<string | undefined> {
    switch (what) {
      case "wrong":
      case "right":
        return this.#try(what === "right");
      case "resend":
        this.#rig.advance(60_000);
        await this.#freshCode();
        return undefined;
      case "password":
        await signIn(this.#rig, "demo-email", "email-user");
        return undefined;
      case "wrong password":
        await signIn(this.#rig, "demo-email", "email-user", "wrong");
        return undefined;
      case "other app":
        this.#app = this.#app === "demo-email" ? "demo-global" : "demo-email";
        return undefined;
      case "lock expiry":
        this.#rig.advance(HOUR + 1);
        return undefined;
    }
  }

  async #try(right: boolean): Promise<string> {
    this.#rig.advance(60_000);
    const token = await this.#freshCode();
    if (typeof token !== "string") return token.refused;
    const code = mailedCode(this.#rig);
    const { body } = await verify(this.#rig, token, right ? code : otherThan(code));
    if (body["status"] === "done") return "done";
    return body["code"] === "code_invalid" ? `left ${String(body["attemptsLeft"])}` : String(body["code"]);
  }

  async #freshCode(): Promise<string | { readonly refused: string }> {
    const entry = await signIn(this.#rig, this.#app, "email-user");
    if (entry.body["status"] !== "challenge") return { refused: String(entry.body["code"]) };
    const { token } = await challengeOf(this.#rig, this.#app, "email-user");
    await send(this.#rig, token, "user");
    return token;
  }
}

it("the counter follows the model through any order of codes, resends, passwords, applications and lock expiries (R11, S-04)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async (steps) => {
      const rig = await createRig(new Sqlite(":memory:"));
      const numbers = JSON.stringify({ failuresToClose: CLOSE_AT });
      await rig.db.updateTable("application").set({ numbers }).execute();
      await rig.db.updateTable("globalPolicy").set({ numbers }).execute();
      const person = new Person(rig);
      const model: Model = { failures: 0, total: 0, lockedUntil: null, closed: false };
      for (const what of steps) {
        const seen = await person.take(what);
        const expected = what === "wrong" || what === "right" ? modelTry(model, what === "right", rig.ports.clock.now()) : undefined;
        expect(seen).toBe(expected);
        const stored = await rig.db.selectFrom("account").select(["failures", "total", "lockedUntil"]).where("username", "=", "email-user").executeTakeFirstOrThrow();
        expect(stored).toEqual({ failures: model.failures, total: model.total, lockedUntil: model.lockedUntil });
      }
      await rig.db.destroy();
    }),
    { seed: 20261121, numRuns: RUNS },
  );
}, 30_000 + RUNS * 400);

it("of any parallel mix at most six wrong codes are evaluated, and at most one right one opens a session (S-01, S-13)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 10, maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (mix, challenges) => {
      const rig = await createRig(new Sqlite(":memory:"));
      const tokens: string[] = [];
      while (tokens.length < challenges) tokens.push((await challengeOf(rig, "demo-email", "email-user")).token);
      await send(rig, tokens[0] ?? "");
      const code = mailedCode(rig);
      const answers = await Promise.all(mix.map((right, at) => verify(rig, tokens[at % challenges] ?? "", right ? code : otherThan(code))));
      const wrong = answers.filter((_, at) => mix[at] === false);
      const sessions = answers.filter(({ body }) => body["status"] === "done").length;
      expect(wrong.filter(({ body }) => body["status"] === "done")).toEqual([]);
      expect(sessions).toBeLessThanOrEqual(1);
      // A right code in between clears the count once, so a second run of six may begin after it.
      expect(wrong.filter(({ body }) => body["code"] === "code_invalid").length).toBeLessThanOrEqual(sessions === 1 ? 11 : 5);
      expect(rig.faults).toEqual([]);
      await rig.db.destroy();
    }),
    { seed: 20261122, numRuns: RUNS },
  );
}, 30_000 + RUNS * 400);
