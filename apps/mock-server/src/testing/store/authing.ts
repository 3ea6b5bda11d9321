import { expect, it } from "vitest";
import type { Policy } from "../../policy/effective-policy.ts";
import { DEFAULT_NUMBERS } from "../../policy/numbers.ts";
import { keepPasswordKey } from "../../store/authing-key.ts";
import { findSessionOfLogin, forgetSessionOfLogin, keepAuthingLogin, keepSessionOfLogin } from "../../store/authing-login.ts";
import { isUsername } from "../../store/authing-name.ts";
import { insertPhoto, nextPhotoAt, sumPhotos, sweepPhotos, takePhoto } from "../../store/authing-photo.ts";
import { listLoginsOf, listLoginsToBind, setLooseTarget } from "../../store/authing-waiting.ts";
import { insertBinding } from "../../store/binding.ts";
import { insertChallenge } from "../../store/challenge.ts";
import type { StoreUnderTest } from "./under-test.ts";

const here = { network: "here", app: "demo" };

/** What Authing's clients leave here. */
export function describeAuthing({ run, accountId }: StoreUnderTest): void {
  /** Two logins here, the second newer, and one there; each is to bind an address. */
  async function signInThrice(): Promise<void> {
    const login = (tokenHash: string, network: string, createdAt: number) => run((tx) => keepAuthingLogin(tx, { tokenHash, app: "demo", network, createdAt, expiresAt: createdAt + 100 }));
    const challenge = { accountId, app: "demo", need: "verify", factors: "[]", bindFactor: "email", bindTarget: "entered@example.com", redirectUri: null, source: null, createdAt: 0, expiresAt: 900, burntAt: null, lockedUntil: null } as const;
    for (const id of ["old", "new", "far"]) await run((tx) => insertChallenge(tx, { ...challenge, id, tokenHash: id }));
    await login("old", "here", 1);
    await login("new", "here", 2);
    await login("far", "there", 3);
  }

  it("of two servers that make Authing's key at once, both get the one that is kept", async () => {
    const keep = (publicKey: string) => run((tx) => keepPasswordKey(tx, { publicKey, privateKey: "sealed", createdAt: 0 }));
    const kept = await Promise.all([keep("one"), keep("two")]);
    expect(new Set(kept.map(({ publicKey }) => publicKey)).size).toBe(1);
  });

  it("an Authing client's logins are found by network, application and address while they live", async () => {
    await signInThrice();
    const own = (now: number, target = "bound@example.com") => run((tx) => listLoginsOf(tx, here, "email", target, now));
    const hashes = async (found: Promise<readonly { readonly tokenHash: string }[]>) => (await found).map(({ tokenHash }) => tokenHash);
    expect(await hashes(own(4))).toEqual([]);
    expect(await hashes(own(4, "entered@example.com"))).toEqual(["new", "old"]);
    expect(await hashes(own(101, "entered@example.com"))).toEqual(["new"]);
    await run((tx) => insertBinding(tx, { id: "authing-mail", accountId, factor: "email", scope: "demo-email", target: "bound@example.com", secret: null, boundAt: 0 }));
    expect(await hashes(own(4))).toEqual(["new", "old"]);
  });

  it("those that may bind are found where no address was entered with the token, and none is bound", async () => {
    await signInThrice();
    const policy = { ...DEFAULT_NUMBERS, factors: ["sms"], phoneCountries: [], identitySources: [], scope: "demo" } as const;
    const toBind = async (bindDuringLogin: Policy["bindDuringLogin"], scope = "demo") => (await run((tx) => listLoginsToBind(tx, here, "sms", { ...policy, bindDuringLogin, scope }, 4))).map(({ tokenHash }) => tokenHash);
    expect(await toBind("when-nothing-bound")).toEqual([]);
    expect(await toBind("always")).toEqual([]);
    await run((tx) => setLooseTarget(tx, "new", "entered@example.com"));
    expect(await toBind("always")).toEqual(["new"]);
    await run((tx) => insertBinding(tx, { id: "authing-phone", accountId, factor: "sms", scope: "demo", target: "+8613800138099", secret: null, boundAt: 0 }));
    expect([await toBind("always"), await toBind("always", "global")]).toEqual([[], ["new"]]);
    expect([await run((tx) => isUsername(tx, "nobody-at-all")), await run((tx) => isUsername(tx, "email-user"))]).toEqual([false, true]);
  });

  it("an Authing client's session is handed over once, its photo once", async () => {
    await signInThrice();
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
