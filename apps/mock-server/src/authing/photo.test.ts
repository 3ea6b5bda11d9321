import { beforeEach, describe, expect, it, vi } from "vitest";
import { createAuthingRig, mfaTokenOf, rest } from "../node/testing/authing.ts";
import { ann, bob, fakeFaces, picture } from "../testing/faces.ts";
import { readAnswer } from "../testing/rig.ts";
import type { Answer, Rig } from "../testing/rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createAuthingRig({ ports: { face: fakeFaces } });
});

async function upload(photo: Uint8Array, { ip = "203.0.113.7", name = "file", headers = {} }: { readonly ip?: string; readonly name?: string; readonly headers?: Record<string, string> } = {}): Promise<Answer> {
  const form = new FormData();
  form.set(name, new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "personal.jpeg");
  return readAnswer(await rig.app.fetch(new Request("http://localhost/api/v2/upload?folder=face-photo&private=true", { method: "POST", body: form, headers }), { ip }));
}

async function keyOf(photo: Uint8Array, ip?: string): Promise<string> {
  const { data } = (await upload(photo, ip === undefined ? {} : { ip })).body as { data: { key: string } };
  return data.key;
}

const token = () => mfaTokenOf(rig, "new-user", { app: "demo-face" });
const associate = (body: object, mfaToken: string): Promise<Answer> => rest(rig, "/api/v2/mfa/face/associate", body, { token: mfaToken, app: "demo-face" });
const verify = (photo: string, mfaToken: string): Promise<Answer> => rest(rig, "/api/v2/mfa/face/verify", { photo }, { token: mfaToken, app: "demo-face" });

const refused = { status: 200, body: { code: 1701, data: { reason: "image_invalid" } } };
const signedIn = { status: 200, body: { code: 200, data: { id: "demo-new-user", token: expect.stringMatching(/^gs_/) } } };

describe("an upload", () => {
  it("is kept sealed under a name nobody guesses, less what was not pixels", async () => {
    const { body } = await upload(ann());
    expect(body).toMatchObject({ code: 200, data: { key: expect.stringMatching(/^face-photo\/[\w-]{22}$/), url: expect.stringMatching(/^http:\/\/localhost\/api\/v2\/upload\/face-photo\//) } });
    const [row] = await rig.db.selectFrom("authingPhoto").selectAll().execute();
    expect(row?.sealed).toMatch(/^[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
  });

  it("is no photo, too big, or in no form: refused, and nothing is kept", async () => {
    expect(await upload(new TextEncoder().encode("GIF89a"))).toMatchObject(refused);
    expect(await upload(new Uint8Array(5 * 1024 * 1024 + 1))).toMatchObject(refused);
    expect(await upload(ann(), { name: "photo" })).toMatchObject(refused);
    expect(await upload(ann(), { headers: { "content-type": "multipart/form-data; boundary=other" } })).toMatchObject(refused);
    expect(await rest(rig, "/api/v2/upload", { file: "x" })).toMatchObject(refused);
    expect(await rig.db.selectFrom("authingPhoto").selectAll().execute()).toEqual([]);
  });

  it("is one of twenty an hour from a network, used or not", async () => {
    for (let turn = 0; turn < 20; turn += 1) await keyOf(ann(), `2001:db8::${turn}`);
    expect(await upload(ann(), { ip: "2001:db8::ffff" })).toMatchObject({ body: { code: 1002, data: { retryAfter: 3600 } } });
    expect(await upload(ann(), { ip: "2001:db8:0:1::1" })).toMatchObject({ body: { code: 200 } });
    rig.advance(3_600_000);
    expect(await upload(ann(), { ip: "2001:db8::ffff" })).toMatchObject({ body: { code: 200 } });
  });

  it("beyond 200 MB in all is refused until others are used or forgotten", async () => {
    await rig.db.insertInto("authingPhoto").values({ key: "big", network: "x", sealed: "x", bytes: 200 * 1024 * 1024, uploadedAt: rig.ports.clock.now() }).execute();
    expect(await upload(ann())).toMatchObject({ body: { code: 500, data: { reason: "unavailable" } } });
    rig.advance(900_000);
    expect(await upload(ann())).toMatchObject({ body: { code: 200 } });
  });

  it("where nobody tells faces apart is not taken", async () => {
    rig = await createAuthingRig();
    expect(await upload(ann())).toMatchObject({ body: { code: 501 } });
  });
});

describe("a photo that was uploaded", () => {
  it("binds a face and verifies one, also under the names other clients have for that", async () => {
    const key = await keyOf(ann());
    expect(await associate({ photoA: key, photoB: key, isExternalPhoto: false }, await token())).toMatchObject(signedIn);
    expect(await verify(await keyOf(bob()), await token())).toMatchObject({ body: { code: 1700, data: { remainCount: 5 } } });
    expect(await associate({ photo: await keyOf(ann()) }, await token())).toMatchObject(signedIn);
    expect(await rest(rig, "/api/v2/applications/mfa/face/verify", { photo: await keyOf(ann()) }, { token: await token(), app: "demo-face" })).toMatchObject(signedIn);
  });

  it("is not lost to a login that is over or another application's, to an invented token, nor to a proof that is too old", async () => {
    const asked = vi.spyOn(fakeFaces, "describe");
    const [old, foreign] = [await token(), await mfaTokenOf(rig, "new-user")];
    rig.advance(900_001);
    const [one, other] = [await keyOf(ann()), await keyOf(ann())];
    const session = ((await associate({ photoA: other, photoB: other }, await token())).body as { data: { token: string } }).data.token;
    asked.mockClear();
    const two = await keyOf(ann());
    for (const dead of [old, foreign, `gc_${"A".repeat(43)}`]) {
      expect(await associate({ photoA: one, photoB: two }, dead)).toMatchObject({ body: { code: 2021 } });
      expect(await verify(one, dead)).toMatchObject({ body: { code: 2021 } });
    }
    for (const call of [verify(one, `gs_${"A".repeat(43)}`), associate({ photoA: one, photoB: two }, `gs_${"A".repeat(43)}`)]) expect(await call).toMatchObject({ body: { code: 2020 } });
    rig.advance(300_001);
    expect(await associate({ photoA: one, photoB: two }, session)).toMatchObject({ body: { code: 2021, data: { reason: "step_up_required" } } });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    const heard = await rig.db.selectFrom("audit").select(["event", "reason", "accountId"]).where("factor", "=", "face").where("result", "=", "failure").execute();
    expect(heard).toHaveLength(9);
    expect(heard.at(-1)).toEqual({ event: "factor_bind", reason: "step_up_required", accountId: "demo-new-user" });
    expect(await verify(one, await token())).toMatchObject(signedIn);
    expect(await verify(two, session)).toMatchObject(signedIn);
  });

  it("five faces that do not match are enough for a login", async () => {
    const key = await keyOf(ann());
    await associate({ photoA: key, photoB: key }, await token());
    const mfaToken = await token();
    const codes: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) codes.push((await verify(await keyOf(bob()), mfaToken)).body["code"]);
    expect(codes).toEqual([1700, 1700, 1700, 1700, 1700, 1702]);
  });

  it("is used once, and forgotten after fifteen minutes", async () => {
    const mfaToken = await token();
    const key = await keyOf(picture("no-face"));
    expect(await associate({ photoA: key, photoB: key }, mfaToken)).toMatchObject(refused);
    expect(await associate({ photoA: key, photoB: key }, mfaToken)).toMatchObject(refused);
    const old = await keyOf(ann());
    rig.advance(900_000);
    expect(await associate({ photoA: old, photoB: old }, await token())).toMatchObject(refused);
  });

  it("of two people binds nobody; of one it does", async () => {
    const mfaToken = await token();
    expect(await associate({ photoA: await keyOf(ann()), photoB: await keyOf(bob()) }, mfaToken)).toMatchObject({ body: { code: 1700 } });
    expect(await associate({ photoA: await keyOf(ann()), photoB: await keyOf(ann()) }, mfaToken)).toMatchObject(signedIn);
  });
});

it("an address that is not of an upload here is never asked for (R17)", async () => {
  const mfaToken = await token();
  const asked = vi.spyOn(globalThis, "fetch");
  for (const photo of ["http://127.0.0.1/a.jpg", "http://169.254.169.254/latest/meta-data", "https://example.com/a.jpg", "http://localhost/api/v2/upload/../secret", "//localhost/api/v2/upload/x"]) {
    expect(await associate({ photoA: photo, photoB: photo, isExternal: true }, mfaToken)).toMatchObject(refused);
    expect(await verify(photo, mfaToken)).toMatchObject(refused);
  }
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
