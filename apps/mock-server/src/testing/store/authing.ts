import { expect, it } from "vitest";
import { keepPasswordKey } from "../../store/authing-key.ts";
import { findSessionOfLogin, forgetSessionOfLogin, keepAuthingLogin, keepSessionOfLogin, listAuthingLogins } from "../../store/authing-login.ts";
import { insertPhoto, nextPhotoAt, sumPhotos, sweepPhotos, takePhoto } from "../../store/authing-photo.ts";
import { insertChallenge } from "../../store/challenge.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** What Authing's clients leave here. */
export function describeAuthing({ run, accountId }: StoreUnderTest): void {
  it("of two servers that make Authing's key at once, both get the one that is kept", async () => {
    const keep = (publicKey: string) => run((tx) => keepPasswordKey(tx, { publicKey, privateKey: "sealed", createdAt: 0 }));
    const kept = await Promise.all([keep("one"), keep("two")]);
    expect(new Set(kept.map(({ publicKey }) => publicKey)).size).toBe(1);
  });

  it("an Authing client's logins are found by network and application while they live, its session once, its photo once", async () => {
    const login = (tokenHash: string, network: string, createdAt: number) => run((tx) => keepAuthingLogin(tx, { tokenHash, app: "demo", network, createdAt, expiresAt: createdAt + 100 }));
    const challenge = { accountId, app: "demo", need: "verify", factors: "[]", bindFactor: null, bindTarget: null, redirectUri: null, source: null, createdAt: 0, expiresAt: 900, burntAt: null, lockedUntil: null } as const;
    for (const id of ["old", "new", "far"]) await run((tx) => insertChallenge(tx, { ...challenge, id, tokenHash: id }));
    await login("old", "here", 1);
    await login("new", "here", 2);
    await login("far", "there", 3);
    expect(await run((tx) => listAuthingLogins(tx, "here", "demo", 4))).toEqual(["new", "old"]);
    expect(await run((tx) => listAuthingLogins(tx, "here", "demo", 101))).toEqual(["new"]);

    await run((tx) => keepSessionOfLogin(tx, "new", { session: "sealed", codeMac: null, keptAt: 4 }));
    expect(await run((tx) => findSessionOfLogin(tx, "new", 5))).toEqual({ session: "sealed", codeMac: null, keptAt: 4 });
    await run((tx) => forgetSessionOfLogin(tx, "new"));
    expect(await run((tx) => findSessionOfLogin(tx, "new", 5))).toBeUndefined();

    for (const key of ["a", "b"]) await run((tx) => insertPhoto(tx, { key, network: "here", sealed: "s", bytes: 7, uploadedAt: 0 }));
    expect([await run(sumPhotos), await run((tx) => nextPhotoAt(tx, "here", 2)), await run((tx) => nextPhotoAt(tx, "here", 3))]).toEqual([14, 3_600_000, undefined]);
    expect(await Promise.all([run((tx) => takePhoto(tx, "a", 1)), run((tx) => takePhoto(tx, "a", 1))])).toEqual(expect.arrayContaining(["s", undefined]));
    expect(await run(sumPhotos)).toBe(7);
    await run((tx) => sweepPhotos(tx, 900_000));
    expect([await run(sumPhotos), await run((tx) => nextPhotoAt(tx, "here", 2))]).toEqual([0, 3_600_000]);
  });
}
