import { describe, expect, it } from "vitest";
import { createShopAdapter } from "./adapter.ts";

const now = 1_795_348_800_000;
const context = { signal: new AbortController().signal, key: "k" };

/** The shop's own server: one account, one code. */
const shop: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { password, code } = (await request.json()) as { password?: string; code?: string };
  const login = password === "right" ? { now, pending: "p1", sentTo: "a•••@e•••.com", until: now + 600_000 } : { now, error: "invalid_credentials" };
  const verdict = code === "123456" ? { now, session: { token: "s1", user: "ada", expiresAt: now + 3_600_000 } } : { now, error: "code_invalid" };
  return Response.json(request.url.endsWith("/code") ? verdict : login);
};

describe("an adapter for a backend of one's own", () => {
  const adapter = createShopAdapter("https://shop.test", shop);

  it("makes a challenge of a code that the backend has sent", async () => {
    const result = await adapter.signIn({ app: "shop", identifier: "ada", password: "right" }, context);
    expect(result).toMatchObject({ ok: true, value: { status: "challenge", challenge: { token: "p1", factors: [{ factor: "email", resendAt: now + 60_000 }] } } });
  });

  it("makes a session of the right code, and an error of the closed list of the wrong one", async () => {
    expect(await adapter.verifyCode({ token: "p1", factor: "email", code: "123456" }, context)).toMatchObject({ ok: true, value: { status: "done", session: { token: "s1" } } });
    expect(await adapter.verifyCode({ token: "p1", factor: "email", code: "000000" }, context)).toMatchObject({ ok: false, error: { code: "code_invalid" } });
  });

  it("answers what it can't do, and a backend that is not there, without throwing", async () => {
    expect(await adapter.startTotp({ token: "p1" }, context)).toMatchObject({ ok: false, error: { code: "not_supported" } });
    const away = createShopAdapter("https://shop.test", () => Promise.reject(new TypeError("offline")));
    expect(await away.signIn({ app: "shop", identifier: "ada", password: "right" }, context)).toMatchObject({ ok: false, error: { code: "network" } });
  });
});
