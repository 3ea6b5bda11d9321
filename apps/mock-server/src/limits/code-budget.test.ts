import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import type { Handover } from "../ports.ts";
import { challengeOf, mailedCode, send, sessionOf, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

const HOUR = 3_600_000;
const OFFICE = "198.51.100.0/24";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
  await rig.db.updateTable("application").set({ numbers: "{}", officeRanges: "[]" }).execute();
  await rig.db.updateTable("globalPolicy").set({ numbers: "{}" }).execute();
});

let people = 0;
/** Somebody who waits for a code in demo-email, with a mailbox of their own unless it is given. */
async function somebody(email = `person-${(people += 1)}@example.com`, app = "demo-email"): Promise<string> {
  const username = `limits-${(people += 1)}`;
  const model = await rig.db.selectFrom("account").selectAll().where("username", "=", "new-user").executeTakeFirstOrThrow();
  await rig.db.insertInto("account").values({ ...model, id: username, username }).execute();
  await rig.db.insertInto("binding").values({ id: username, accountId: username, factor: "email", scope: app, target: email, secret: null, boundAt: 0 }).execute();
  return (await challengeOf(rig, app, username)).token;
}

async function sendFrom(ip: string, count: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = 0; turn < count; turn += 1) answers.push(await send(rig, await somebody(), "user", { ip }));
  return answers;
}

const accepted = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200).length;
const eventsOf = (kind: string) => rig.db.selectFrom("adminEvent").select(["subject", "app", "at"]).where("kind", "=", kind as "ip_code_limit").execute();

describe("60 codes an hour from one address (R10, S-32)", () => {
  it("the 61st is refused with the time it may be tried again; audit and administrators hear of it, once an hour", async () => {
    expect(accepted(await sendFrom("203.0.113.50", 60))).toBe(60);
    const [refused, again] = await sendFrom("203.0.113.50", 2);
    expect(refused).toMatchObject({ status: 429, body: { code: "ip_code_limit", retryAt: rig.ports.clock.now() + HOUR } });
    expect(refused?.headers.get("retry-after")).toBe("3600");
    expect(again?.status).toBe(429);
    expect(rig.mails).toHaveLength(60);
    const audited = await rig.db.selectFrom("audit").select(["event", "ip"]).where("reason", "=", "ip_code_limit").execute();
    expect(audited).toEqual([{ event: "code_send", ip: "203.0.113.50" }, { event: "code_send", ip: "203.0.113.50" }]);
    expect(await eventsOf("ip_code_limit")).toEqual([{ subject: "ip:203.0.113.50", app: "demo-email", at: rig.ports.clock.now() }]);
  });

  it.each([[HOUR - 1, 429], [HOUR, 200]])("the window slides: %d ms after the first of 60 the next is answered %d", async (ms, status) => {
    await sendFrom("203.0.113.50", 1);
    rig.advance(1000);
    await sendFrom("203.0.113.50", 59);
    rig.advance(ms - 1000);
    const waiting = await somebody();
    expect((await send(rig, waiting, "user", { ip: "203.0.113.50" })).status).toBe(status);
    // One left the window, so there was room for one; the next leaves a second later.
    const next = { status: 429, body: { retryAt: rig.ports.clock.now() + (status === 200 ? 1000 : 1) } };
    expect((await sendFrom("203.0.113.50", 1))[0]).toMatchObject(next);
  });

  it("of 80 at once exactly 60 go out", async () => {
    const tokens: string[] = [];
    while (tokens.length < 80) tokens.push(await somebody());
    const answers = await Promise.all(tokens.map((token) => send(rig, token, "auto", { ip: "203.0.113.50" })));
    expect(accepted(answers)).toBe(60);
    expect(rig.mails).toHaveLength(60);
  });

  it("a /64 of IPv6 is one address, another one is not, and IPv4 is IPv4 however it is written", async () => {
    for (let host = 1; host <= 30; host += 1) await sendFrom(`2001:db8:0:1::${host}`, 2);
    expect(accepted(await sendFrom("2001:0db8:0000:0001:ffff::1", 1))).toBe(0);
    expect(accepted(await sendFrom("2001:db8:0:2::1", 1))).toBe(1);
    await sendFrom("203.0.113.50", 60);
    expect(accepted(await sendFrom("::ffff:203.0.113.50", 1))).toBe(0);
  });

  it("counts every sending verb: the codes of a login and those of a binding", async () => {
    await sendFrom("203.0.113.50", 59);
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await rig.call("bind", { factor: "email", target: "to-bind@example.com" }, { token });
    expect((await send(rig, token, "user", { ip: "203.0.113.50" })).status).toBe(200);
    expect(accepted(await sendFrom("203.0.113.50", 1))).toBe(0);
  });

  it("counts neither an automatic send that finds a code on its way, nor one that is refused for its wait", async () => {
    const token = await somebody();
    for (let turn = 0; turn < 70; turn += 1) await send(rig, token, turn % 2 === 0 ? "auto" : "user", { ip: "203.0.113.50" });
    expect(accepted(await sendFrom("203.0.113.50", 59))).toBe(59);
    expect(accepted(await sendFrom("203.0.113.50", 1))).toBe(0);
  });

  it.each<[Handover, number]>([["refused", 60], ["unknown", 59]])("a mail whose provider said %s leaves room for %d more", async (handover, room) => {
    rig.handovers.push(handover);
    await sendFrom("203.0.113.50", 1);
    expect(accepted(await sendFrom("203.0.113.50", 61))).toBe(room);
  });

  it("makes nobody wait for a code that was not sent, and lets a code that is there be typed", async () => {
    const token = await somebody();
    await send(rig, token, "user", { ip: "203.0.113.50" });
    const code = mailedCode(rig);
    await sendFrom("203.0.113.50", 59);
    rig.advance(61_000);
    expect((await send(rig, token, "user", { ip: "203.0.113.50" })).body).toMatchObject({ code: "ip_code_limit" });
    expect((await send(rig, await somebody(), "user", { ip: "203.0.113.51" })).status).toBe(200);
    expect((await send(rig, token, "user", { ip: "203.0.113.50" })).body).toMatchObject({ code: "ip_code_limit" });
    sessionOf(await verify(rig, token, code, { ip: "203.0.113.50" }));
  });

  it("an address is the client's, so a header of its own opens no other budget", async () => {
    await sendFrom("203.0.113.50", 60);
    const token = await somebody();
    const answer = await send(rig, token, "user", { ip: "203.0.113.50", headers: { "x-forwarded-for": "192.0.2.77", "x-real-ip": "192.0.2.77" } });
    expect(answer.body).toMatchObject({ code: "ip_code_limit" });
    expect((await send(rig, token, "user", { ip: "10.0.0.9", headers: { "x-forwarded-for": "192.0.2.77" } })).status).toBe(200);
  });
});

describe("an application's office (R10)", () => {
  const open = (codesPerHour: number) =>
    rig.db.updateTable("application").set({ officeRanges: JSON.stringify([{ range: OFFICE, codesPerHour }]) }).where("id", "=", "demo-email").execute();

  it("has a budget of its own for the whole range, beyond the 60 of an address", async () => {
    await open(65);
    expect(accepted(await sendFrom("198.51.100.7", 62))).toBe(62);
    expect(accepted(await sendFrom("198.51.100.8", 4))).toBe(3);
    expect(await eventsOf("ip_code_limit")).toMatchObject([{ subject: `office:demo-email:${OFFICE}` }]);
  });

  it("changes nothing elsewhere: another address, another application", async () => {
    await open(1);
    await sendFrom("198.51.100.7", 1);
    expect(accepted(await sendFrom("198.51.100.7", 1))).toBe(0);
    expect(accepted(await sendFrom("203.0.113.50", 2))).toBe(2);
    expect((await send(rig, await somebody("elsewhere@example.com", "demo"), "user", { ip: "198.51.100.7" })).status).toBe(200);
  });
});

describe("one recipient (S-33)", () => {
  const mailbox = "shared@example.com";
  const sendTo = async (ip: string, address = mailbox) => send(rig, await somebody(address), "user", { ip });

  it("gets 10 codes an hour from one address; the owner still gets theirs from another", async () => {
    for (let turn = 0; turn < 10; turn += 1) expect((await sendTo("203.0.113.50")).status).toBe(200);
    const refused = await sendTo("203.0.113.50");
    expect(refused).toMatchObject({ status: 429, body: { code: "recipient_limit", retryAt: rig.ports.clock.now() + HOUR } });
    expect(refused.headers.get("retry-after")).toBe("3600");
    expect((await sendTo("203.0.113.51")).status).toBe(200);
    expect((await sendTo("203.0.113.50", "other@example.com")).status).toBe(200);
    expect(await eventsOf("recipient_limit")).toHaveLength(1);
  });

  it("gets 30 a day in all", async () => {
    for (let turn = 0; turn < 30; turn += 1) expect((await sendTo(`203.0.113.${turn}`)).status).toBe(200);
    rig.advance(2 * HOUR);
    expect(await sendTo("192.0.2.1")).toMatchObject({ status: 429, body: { code: "recipient_limit", retryAt: rig.ports.clock.now() + 22 * HOUR } });
    rig.advance(22 * HOUR);
    expect((await sendTo("192.0.2.1")).status).toBe(200);
  });

  it("is one however the address is written: upper case, full width, with marks nobody sees", async () => {
    const spellings = ["Shared@Example.com", "SHARED@EXAMPLE.COM", "ｓｈａｒｅｄ@example.com", "sha\u200Bred@example.com", " shared@example.com "];
    for (let turn = 0; turn < 11; turn += 1) {
      await rig.db.deleteFrom("deliveryWait").execute();
      const { token } = await challengeOf(rig, "demo-email", "new-user");
      await rig.call("bind", { factor: "email", target: spellings[turn % spellings.length] }, { token });
      expect((await send(rig, token, "user", { ip: "203.0.113.50" })).status).toBe(turn < 10 ? 200 : 429);
    }
  });

  it("a refusal takes nothing from the address's own budget", async () => {
    for (let turn = 0; turn < 20; turn += 1) await sendTo("203.0.113.50");
    expect(accepted(await sendFrom("203.0.113.50", 51))).toBe(50);
  });
});

it("forgets what no limit looks at any more", async () => {
  await sendFrom("203.0.113.50", 3);
  rig.advance(24 * HOUR);
  await sendFrom("203.0.113.51", 1);
  expect(await rig.db.selectFrom("dispatch").select("network").execute()).toEqual([{ network: "203.0.113.51" }]);
  expect((await rig.db.selectFrom("bucket").select("key").execute()).map(({ key }) => key)).not.toContain("ip:203.0.113.50");
});

it("a budget that can't be read is no budget: nothing goes out (S-33)", async () => {
  const token = await somebody();
  await rig.db.schema.alterTable("dispatch").renameTo("gone").execute();
  expect((await send(rig, token, "user")).status).toBe(500);
  expect(rig.mails).toEqual([]);
  await rig.db.schema.alterTable("gone").renameTo("dispatch").execute();
  expect((await send(rig, token, "user")).status).toBe(200);
});
