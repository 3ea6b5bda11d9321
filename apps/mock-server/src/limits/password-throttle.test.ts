import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { Busy } from "../ports.ts";
import type { PasswordFlood } from "../ports.ts";
import { DEMO_PASSWORD } from "../development/data.ts";
import { sessionOf, signIn } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const HERE = "203.0.113.50";
const guess = (identifier = "email-user", ip = HERE, password = "wrong", key?: string): Promise<Answer> =>
  signIn(rig, "demo-open", identifier, password, { ip, ...(key === undefined ? {} : { key }) });
const right = (ip = HERE, identifier = "email-user") => guess(identifier, ip, DEMO_PASSWORD);
const codesOf = (answers: readonly Answer[]) => answers.map(({ body }) => body["code"]);
async function times(count: number, call: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = 0; turn < count; turn += 1) answers.push(await call(turn));
  return answers;
}

describe("wrong passwords from one address at one account (S-07)", () => {
  it("the fourth in a row has to wait a second, and is told so without a hash", async () => {
    expect(codesOf(await times(3, () => guess()))).toEqual(["invalid_credentials", "invalid_credentials", "invalid_credentials"]);
    const refused = await guess();
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited", retryAt: rig.ports.clock.now() + 1000 } });
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(rig.verified).toHaveLength(3);
  });

  it("the right one has to wait too, or waiting would say that it was wrong", async () => {
    await times(3, () => guess());
    expect((await right()).body).toMatchObject({ code: "rate_limited" });
    rig.advance(1000);
    sessionOf(await right());
  });

  it("a right one in time clears the run", async () => {
    await times(2, () => guess());
    sessionOf(await right());
    expect(codesOf(await times(4, () => guess()))).toEqual(["invalid_credentials", "invalid_credentials", "invalid_credentials", "rate_limited"]);
  });

  it("of 50 at once three are hashed", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess()));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(rig.verified).toHaveLength(3);
  });

  it("are one whatever the case, and one over a /64; another address and another account are others", async () => {
    await times(3, (turn) => guess(["email-user", "EMAIL-USER", " Email-User "][turn], `2001:db8::${turn}`));
    expect((await guess("email-user", "2001:db8::9")).status).toBe(429);
    expect((await guess("email-user", "2001:db8:0:1::9")).status).toBe(401);
    expect((await guess("all-factors", "2001:db8::9")).status).toBe(401);
  });

  it("an account that does not exist is throttled alike", async () => {
    const [known, unknown] = [await times(4, () => guess()), await times(4, () => guess("nobody"))];
    expect(unknown.map(({ status, body }) => [status, body])).toEqual(known.map(({ status, body }) => [status, body]));
  });

  it("the names of one account share no counter: that would tell whose they are", async () => {
    await times(3, () => guess());
    expect((await guess("email-user@example.com")).status).toBe(401);
  });

  it("the same call again hears the same and counts once (R12a)", async () => {
    expect(codesOf(await times(6, () => guess("email-user", HERE, "wrong", "k1")))).toEqual(Array.from({ length: 6 }, () => "invalid_credentials"));
    expect(codesOf(await times(3, () => guess()))).toEqual(["invalid_credentials", "invalid_credentials", "rate_limited"]);
  });

  it("leave a row in the audit for each that was refused, and nothing that was typed in any table", async () => {
    await times(4, () => guess("my-password-by-mistake"));
    const audited = await rig.db.selectFrom("audit").select("reason").execute();
    expect(audited.map(({ reason }) => reason)).toEqual(["invalid_credentials", "invalid_credentials", "invalid_credentials", "rate_limited"]);
    expect(JSON.stringify([await rig.db.selectFrom("bucket").selectAll().execute(), audited])).not.toContain("mistake");
  });
});

describe("wrong passwords from one address at many accounts", () => {
  it("wait from the thirtieth on, and so does everybody there", async () => {
    expect(new Set(codesOf(await times(30, (turn) => guess(`user-${turn}`))))).toEqual(new Set(["invalid_credentials"]));
    expect((await guess("user-31")).body).toMatchObject({ code: "rate_limited", retryAt: rig.ports.clock.now() + 1000 });
    expect((await guess("user-31", "203.0.113.51")).status).toBe(401);
  });

  it("an account of one's own does not wash them", async () => {
    for (let turn = 0; turn < 29; turn += 1) {
      await guess(`user-${turn}`);
      sessionOf(await right());
    }
    await guess("user-30");
    expect((await right()).body).toMatchObject({ code: "rate_limited" });
  });
});

describe("an account that is flooded", () => {
  it("lets its owner in from a new address at once, and was never locked (R11)", async () => {
    // 1,000 wrong passwords from 50 addresses, each as soon as it may come.
    for (let turn = 0; turn < 1000; turn += 1) {
      await guess("email-user", `198.51.100.${turn % 50}`);
      if (turn % 50 === 49) rig.advance(30_000);
    }
    const began = performance.now();
    sessionOf(await right("192.0.2.1"));
    expect(performance.now() - began).toBeLessThan(2000);
    const account = await rig.db.selectFrom("account").select(["failures", "total", "lockedUntil"]).where("username", "=", "email-user").executeTakeFirst();
    expect(account).toEqual({ failures: 0, total: 0, lockedUntil: null });
  });

  it("gives a new address one try instead of three, and administrators hear of it once", async () => {
    for (let turn = 0; turn < 100; turn += 1) await guess("email-user", `198.51.100.${turn}`);
    expect((await guess("email-user", "192.0.2.1")).status).toBe(401);
    expect((await guess("email-user", "192.0.2.1")).body).toMatchObject({ code: "rate_limited", retryAt: rig.ports.clock.now() + 30_000 });
    expect(await rig.db.selectFrom("adminEvent").select("kind").execute()).toEqual([{ kind: "password_flood" }]);
  });

  it("asks the gate of the house beyond 100 failures, before the hash, and takes its no", async () => {
    const asked: PasswordFlood[] = [];
    let verdict = false;
    rig = await createRig(new Sqlite(":memory:"), { ports: { floodGate: { admit: async (what) => (asked.push(what), verdict) } } });
    for (let turn = 0; turn < 100; turn += 1) await guess("email-user", `198.51.100.${turn}`);
    expect(asked).toEqual([]);
    const hashed = rig.verified.length;
    expect(await right("192.0.2.1")).toMatchObject({ status: 429, body: { code: "rate_limited", retryAt: rig.ports.clock.now() + 30_000 } });
    expect(asked).toMatchObject([{ app: "demo-open", ip: "192.0.2.1" }]);
    expect(rig.verified).toHaveLength(hashed);
    verdict = true;
    sessionOf(await right("192.0.2.2"));
  });
});

it("an attempt that was turned away because the server is busy was none", async () => {
  let busy = true;
  const { hasher } = rig.ports;
  const verify = async (phc: string, password: string) => {
    if (busy) throw new Busy("The queue is full.");
    return hasher.verify(phc, password);
  };
  rig = await createRig(new Sqlite(":memory:"), { ports: { hasher: { ...hasher, verify } } });
  for (const { status, headers } of await times(9, () => right())) expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
  busy = false;
  sessionOf(await right());
});

it("an attempt that comes while no more fit the queue reads and writes nothing at all", async () => {
  rig = await createRig(new Sqlite(":memory:"), { ports: { hasher: { ...rig.ports.hasher, isFull: () => true } } });
  const { status, headers } = await right();
  expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await rig.db.selectFrom("bucket").select("key").execute()).toEqual([]);
});
