import Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { audited, STALE_MS } from "../testing/centre.ts";
import { ann, bob, fakeFaces, picture, show } from "../testing/faces.ts";
import { challengeOf, countersOf, sessionOf, signInFully } from "../testing/login.ts";
import { createTestRandom } from "../testing/ports.ts";
import { createRig, createRigOn } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"), { ports: { face: fakeFaces } });
  token = (await signInFully(rig, "demo-face", "email-user")).token;
});

const enrol = (image: Uint8Array, key?: string) => show(rig, "enrolAccountFace", image, { token, ...(key === undefined ? {} : { key }) });
const stepUp = (image: Uint8Array, key?: string) => show(rig, "stepUpFace", image, { token, ...(key === undefined ? {} : { key }) });
const faces = () => rig.db.selectFrom("binding").select(["id", "scope"]).where("accountId", "=", "demo-email-user").where("factor", "=", "face").execute();
const list = async () => (await rig.call("listFactors", {}, { token })).body;

describe("binding a face in the personal centre (R17, R18)", () => {
  it("binds it in the application's scope, mails its owner, and the next login may ask for it", async () => {
    expect(await list()).toMatchObject({ bindable: ["face"] });
    expect(await enrol(ann())).toMatchObject({ status: 200, body: { now: rig.ports.clock.now() } });
    expect(await faces()).toEqual([{ id: expect.any(String), scope: "demo-face" }]);
    expect(rig.mails.at(-1)?.subject).toBe("Your face was added to your account");
    expect((await audited(rig)).at(-1)).toBe("factor_bind face success");
    const { factors, token: challenge } = await challengeOf(rig, "demo-face", "email-user");
    expect(factors).toContainEqual({ factor: "face", bound: true });
    sessionOf(await show(rig, "verifyFace", ann(), { token: challenge }));
  });

  it("makes room for another face, whose owner was proven just now", async () => {
    await enrol(ann());
    const older = await faces();
    await enrol(bob());
    expect(await faces()).toHaveLength(1);
    expect(await faces()).not.toEqual(older);
  });

  it("wants a fresh proof, and looks at no picture before", async () => {
    rig.advance(STALE_MS);
    expect((await enrol(picture("busy"))).body).toMatchObject({ code: "step_up_required" });
    expect(await faces()).toEqual([]);
  });

  it.each([["no-face", "image_invalid"], ["several-faces", "image_invalid"], ["busy", "unavailable"]] as const)("a picture with %s is %s and counts nothing", async (says, code) => {
    expect((await enrol(picture(says))).body).toMatchObject({ code });
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 0, total: 0 });
  });

  it("binds once for one key, and no picture twice (R12a, S-56)", async () => {
    const image = ann();
    await enrol(image, "k");
    const bound = await faces();
    expect((await enrol(image, "k")).status).toBe(200);
    expect(await faces()).toEqual(bound);
    expect((await enrol(image)).body).toMatchObject({ code: "image_invalid" });
  });

  it("is not for an application that asks for no faces", async () => {
    token = (await signInFully(rig, "demo-email", "email-user")).token;
    expect((await enrol(ann())).body).toMatchObject({ code: "factor_unavailable" });
  });
});

describe("a step-up by face (R17, R18)", () => {
  beforeEach(async () => {
    await enrol(ann());
    rig.advance(STALE_MS);
  });

  it("counts for five minutes, and the same picture for none", async () => {
    const image = ann();
    expect(await list()).toMatchObject({ stepUpBy: ["face", "email"] });
    expect(await stepUp(image)).toMatchObject({ status: 200, body: { steppedUpUntil: rig.ports.clock.now() + 300_000 } });
    expect((await stepUp(image)).body).toMatchObject({ code: "image_invalid" });
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 0, total: 0 });
  });

  it("counts another face with everything else, and the sixth locks (R11, S-03)", async () => {
    for (const attemptsLeft of [5, 4, 3, 2, 1]) expect((await stepUp(bob())).body).toMatchObject({ code: "face_no_match", attemptsLeft });
    expect((await stepUp(bob())).body).toMatchObject({ code: "locked" });
    expect((await stepUp(ann())).body).toMatchObject({ code: "locked" });
  });

  it("forgives nothing that was wrong before (R11)", async () => {
    await stepUp(bob());
    await stepUp(ann());
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 1, total: 1 });
  });

  it("takes back a picture that can't be compared", async () => {
    for (const image of [picture("no-face"), Uint8Array.of(0xff, 0xd8, 0xff)]) expect((await stepUp(image)).body).toMatchObject({ code: "image_invalid" });
    expect(await countersOf(rig, "email-user")).toMatchObject({ failures: 0, total: 0 });
  });
});

it("a template that was sealed under an earlier key is sealed anew by the next right face (S-18)", async () => {
  await enrol(ann());
  const sealed = async () => (await rig.db.selectFrom("binding").select("secret").where("factor", "=", "face").executeTakeFirstOrThrow()).secret;
  const before = await sealed();
  const { config } = rig.ports;
  const secret = new Uint8Array(32).fill(9);
  const renewed = await createRigOn(rig.ports.store, { ports: { face: fakeFaces, random: createTestRandom(2), config: { ...config, secret, earlierSecrets: [config.secret] } } });
  const { token: challenge } = await challengeOf(renewed, "demo-face", "email-user");
  sessionOf(await show(renewed, "verifyFace", ann(), { token: challenge }));
  expect((await sealed())?.split(".")[0]).not.toBe(before?.split(".")[0]);
});
