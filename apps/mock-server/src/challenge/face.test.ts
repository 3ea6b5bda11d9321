import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { challengeOf, mailedCode, otherThan, send, sessionOf, signIn, verify } from "../testing/login.ts";
import { ann, bob, fakeFaces, picture, show } from "../testing/faces.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"), { ports: { face: fakeFaces } });
});

const open = (identifier = "new-user") => challengeOf(rig, "demo-face", identifier);
const verifyFace = (token: string, image: Uint8Array, key?: string) => show(rig, "verifyFace", image, { token, ...(key === undefined ? {} : { key }) });
const enrolFace = (token: string, image: Uint8Array, key?: string) => show(rig, "enrolFace", image, { token, ...(key === undefined ? {} : { key }) });

/** new-user with Ann's face bound, and the password given once more. */
async function openWithFace(): Promise<string> {
  sessionOf(await enrolFace((await open()).token, ann()));
  return (await open()).token;
}
const counted = async () => rig.db.selectFrom("account").select(["failures", "total"]).where("username", "=", "new-user").executeTakeFirst();
const audited = async () => (await rig.db.selectFrom("audit").select(["event", "result", "reason", "factor"]).orderBy("seq").execute()).slice(-1)[0];

describe("binding a face during the login (R17, S-56)", () => {
  it("offers it beside the others, and a picture binds it and signs in", async () => {
    const challenge = await open();
    expect(challenge).toMatchObject({ need: "bind", factor: "face", factors: [{ factor: "face", bound: false }, { factor: "email", bound: false }] });
    expect(sessionOf(await enrolFace(challenge.token, ann())).amr).toEqual(["pwd", "face", "mfa"]);
    expect(await audited()).toEqual({ event: "factor_bind", result: "success", reason: null, factor: "face" });
    expect(await open()).toMatchObject({ need: "verify", factor: "face", factors: [{ factor: "face", bound: true }] });
  });

  it("keeps the template sealed and the picture not at all", async () => {
    const image = ann("a-picture-to-look-for");
    sessionOf(await enrolFace((await open()).token, image));
    const stored = await rig.db.selectFrom("binding").selectAll().where("factor", "=", "face").executeTakeFirstOrThrow();
    expect(stored).toMatchObject({ accountId: "demo-new-user", scope: "demo-face", target: null, secret: expect.stringMatching(/^[\w-]{8}\.[\w-]{16}\.[\w-]+$/) });
    const dump = JSON.stringify(await Promise.all((["binding", "usedPicture", "idempotency", "audit", "challenge"] as const).map((table) => rig.db.selectFrom(table).selectAll().execute())));
    expect(dump).not.toContain("a-picture-to-look-for");
  });

  it.each(["no-face", "several-faces", "unreadable"] as const)("refuses a picture with %s, counts nothing and can be tried again", async (says) => {
    const { token } = await open();
    expect(await enrolFace(token, picture(says))).toMatchObject({ status: 422, body: { code: "image_invalid" } });
    expect(await audited()).toEqual({ event: "factor_bind", result: "failure", reason: "image_invalid", factor: "face" });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
    sessionOf(await enrolFace(token, ann()));
  });

  it("binds nothing for somebody who has something bound (S-26)", async () => {
    const { token } = await open("email-user");
    expect(await enrolFace(token, ann())).toMatchObject({ status: 403, body: { code: "bind_not_allowed" } });
  });

  it("binds nothing when something was bound meanwhile", async () => {
    const [first, second] = [await open(), await open()];
    sessionOf(await enrolFace(first.token, ann()));
    expect((await enrolFace(second.token, bob())).body).toMatchObject({ code: "bind_not_allowed" });
    expect(await rig.db.selectFrom("binding").select("id").where("accountId", "=", "demo-new-user").execute()).toHaveLength(1);
  });

  it("of twenty at once binds one", async () => {
    const { token } = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrolFace(token, ann())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rig.db.selectFrom("session").select("id").execute()).toHaveLength(1);
  });

  it("answers the same call again with a fresh session, and the lost one is dead (R12a)", async () => {
    const { token } = await open();
    const [image, key] = [ann(), "one"];
    const lost = sessionOf(await enrolFace(token, image, key));
    const again = sessionOf(await enrolFace(token, image, key));
    expect((await rig.call("session", {}, { token: lost.token })).status).toBe(401);
    expect((await rig.call("session", {}, { token: again.token })).status).toBe(200);
  });

  it("can't be verified before it is bound, and that counts as nothing", async () => {
    const { token } = await open();
    expect((await verifyFace(token, ann())).body).toMatchObject({ code: "conflict" });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
  });
});

describe("verifying a face (R17, R11, S-56)", () => {
  it("signs in with another picture of the same person", async () => {
    const token = await openWithFace();
    expect(sessionOf(await verifyFace(token, picture(0.3))).amr).toEqual(["pwd", "face", "mfa"]);
    expect(await audited()).toEqual({ event: "code_verify", result: "success", reason: null, factor: "face" });
  });

  it("refuses somebody else and counts down with the codes of every factor", async () => {
    const token = await openWithFace();
    expect(await verifyFace(token, bob())).toMatchObject({ status: 422, body: { code: "face_no_match", attemptsLeft: 5 } });
    expect(await verifyFace(token, bob())).toMatchObject({ body: { code: "face_no_match", attemptsLeft: 4 } });
    expect(await counted()).toEqual({ failures: 2, total: 2 });
    sessionOf(await verifyFace(token, ann()));
    expect(await counted()).toEqual({ failures: 0, total: 0 });
  });

  it.each([[0.54, 200], [0.56, 422]])("draws the line at a distance of 0.45: a face at %d answers %d", async (place, status) => {
    const token = await openWithFace();
    expect((await verifyFace(token, picture(place))).status).toBe(status);
  });

  it("draws it where the configuration says", async () => {
    const { config } = rig.ports;
    rig = await createRig(new Sqlite(":memory:"), { ports: { face: fakeFaces, config: { ...config, faceThreshold: 0.1 } } });
    const token = await openWithFace();
    expect((await verifyFace(token, picture(0.3))).body).toMatchObject({ code: "face_no_match" });
  });

  it.each(["no-face", "several-faces", "unreadable"] as const)("takes a try with %s back: it was no guess", async (says) => {
    const token = await openWithFace();
    expect(await verifyFace(token, picture(says))).toMatchObject({ status: 422, body: { code: "image_invalid" } });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
  });

  it("takes a try back when too many faces are looked at (S-39)", async () => {
    const token = await openWithFace();
    expect(await verifyFace(token, picture("busy"))).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
  });

  it("takes no picture twice, be it the enrolled one, a wrong one or a right one; nor with another comment in it", async () => {
    const [enrolled, right, wrong] = [ann(), ann(), bob()];
    sessionOf(await enrolFace((await open()).token, enrolled));
    const { token } = await open();
    expect((await verifyFace(token, enrolled)).body).toMatchObject({ code: "image_invalid" });
    expect((await verifyFace(token, wrong)).body).toMatchObject({ code: "face_no_match" });
    expect((await verifyFace(token, wrong)).body).toMatchObject({ code: "image_invalid" });
    sessionOf(await verifyFace(token, right));
    const next = await open();
    expect((await verifyFace(next.token, Uint8Array.from([...right, 1, 2, 3]))).body).toMatchObject({ code: "image_invalid" });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
  });

  it("lets one picture of twenty at once through", async () => {
    const token = await openWithFace();
    const image = ann();
    const answers = await Promise.all(Array.from({ length: 20 }, () => verifyFace(token, image)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("answers the same call again with one verdict that counts once (R12a)", async () => {
    const token = await openWithFace();
    const image = bob();
    for (let turn = 0; turn < 3; turn += 1) expect((await verifyFace(token, image, "one")).body).toMatchObject({ code: "face_no_match", attemptsLeft: 5 });
    expect(await counted()).toEqual({ failures: 1, total: 1 });
  });

  it("is over for a login after five that don't match; the sixth try is for another factor, or locks", async () => {
    const token = await openWithFace();
    for (let left = 5; left >= 1; left -= 1) expect((await verifyFace(token, bob())).body).toMatchObject({ attemptsLeft: left });
    expect((await verifyFace(token, ann())).body).toMatchObject({ code: "factor_unavailable" });
    expect(await counted()).toEqual({ failures: 5, total: 5 });
    const next = await open();
    expect((await verifyFace(next.token, bob())).body).toMatchObject({ code: "locked" });
    expect((await signIn(rig, "demo-face", "new-user")).body).toMatchObject({ code: "locked" });
  });

  it("shares its count with an e-mail's codes (S-03)", async () => {
    await openWithFace();
    await rig.db.insertInto("binding").values({ id: "mail", accountId: "demo-new-user", factor: "email", scope: "demo-face", target: "jane@example.com", secret: null, boundAt: 1 }).execute();
    const { token } = await open();
    await send(rig, token);
    const wrong = otherThan(mailedCode(rig));
    for (let turn = 0; turn < 3; turn += 1) await verify(rig, token, wrong);
    expect((await verifyFace(token, bob())).body).toMatchObject({ code: "face_no_match", attemptsLeft: 2 });
    expect((await verify(rig, token, wrong)).body).toMatchObject({ code: "code_invalid", attemptsLeft: 1 });
    expect((await verifyFace(token, bob())).body).toMatchObject({ code: "locked" });
  });

  it("opens no template that stands in another's row, says so to nobody, and counts nothing (S-18)", async () => {
    const token = await openWithFace();
    await rig.db.updateTable("binding").set({ id: "moved" }).where("factor", "=", "face").execute();
    expect(await verifyFace(token, ann())).toMatchObject({ status: 503, body: { code: "factor_unavailable" } });
    expect(await counted()).toEqual({ failures: 0, total: 0 });
    expect(rig.faults).toHaveLength(1);
  });
});

describe("what comes over HTTP (S-42, S-56, S-57)", () => {
  it.each(["verifyFace", "enrolFace"] as const)("%s takes an image type, whatever else is sent is 415", async (operation) => {
    const { token } = await open();
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", "image/svg+xml", "image/gif"]) {
      expect((await show(rig, operation, ann(), { token, headers: { "content-type": type } })).status).toBe(415);
    }
  });

  it("refuses more than 5 MB as a picture that can't be used, also where the length is a lie", async () => {
    const { token } = await open();
    const image = new Uint8Array(5 * 1024 * 1024 + 1);
    expect(await enrolFace(token, image)).toMatchObject({ status: 413, body: { code: "image_invalid" } });
    const body = new ReadableStream({ start: (controller) => { controller.enqueue(image); controller.close(); } });
    const headers = { authorization: `Bearer ${token}`, "content-type": "image/png", "content-length": "10" };
    const request = new Request("http://localhost/api/v1/challenge/face/enrol", { method: "POST", headers, body, duplex: "half" } as RequestInit);
    expect((await rig.app.fetch(request)).status).toBe(413);
  });

  it("fetches no address: a URL is no picture", async () => {
    const { token } = await open();
    expect((await enrolFace(token, new TextEncoder().encode("http://169.254.169.254/latest/meta-data"))).body).toMatchObject({ code: "image_invalid" });
  });

  it("wants the challenge's token", async () => {
    expect((await enrolFace("", ann())).status).toBe(401);
    expect((await enrolFace("gc_nobody", ann())).body).toMatchObject({ code: "challenge_expired" });
    expect((await verifyFace("gc_nobody", ann())).body).toMatchObject({ code: "challenge_expired" });
  });
});

it("without a provider the factor is not offered and the calls are not supported", async () => {
  rig = await createRig(new Sqlite(":memory:"));
  const challenge = await open();
  expect(challenge.factors).toEqual([{ factor: "email", bound: false }]);
  for (const operation of ["verifyFace", "enrolFace"] as const) expect(await show(rig, operation, ann(), { token: challenge.token })).toMatchObject({ status: 501, body: { code: "not_supported" } });
  expect((await rig.call("settings", { app: "demo-face" })).body["factors"]).toEqual(["email"]);
});
