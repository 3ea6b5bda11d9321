import { describe, expect, it } from "vitest";
import { createTestRandom } from "../testing/ports.ts";
import { fromBase64Url, toBase64Url, utf8 } from "./encoding.ts";
import { deriveKeys } from "./keys.ts";
import { mac, sameMac } from "./mac.ts";
import { seal } from "./seal.ts";
import { mintToken } from "./token.ts";

const secret = new Uint8Array(32).fill(7);

describe("keys", () => {
  it("refuse a secret of less than 32 bytes, saying what to do", async () => {
    await expect(deriveKeys(new Uint8Array(31))).rejects.toThrow("GUARD_SECRET");
  });

  it("are the same for the same secret and differ by use", async () => {
    const [one, again] = await Promise.all([deriveKeys(secret), deriveKeys(secret)]);
    expect(await mac(one.code, "x")).toBe(await mac(again.code, "x"));
    expect(await mac(one.code, "x")).not.toBe(await mac(one.recovery, "x"));
    expect(one.sealId).toBe(again.sealId);
  });
});

describe("a MAC", () => {
  it("keeps the borders of its parts", async () => {
    const { code } = await deriveKeys(secret);
    expect(await mac(code, "a", "bc")).not.toBe(await mac(code, "ab", "c"));
  });

  it("is HMAC-SHA-256", async () => {
    const key = await crypto.subtle.importKey("raw", utf8("Jefe"), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const { createHmac } = await import("node:crypto");
    expect(await mac(key, "what")).toBe(createHmac("sha256", "Jefe").update('["what"]').digest("base64url"));
  });

  it("is equal only to itself", () => {
    expect(sameMac("AAEC", "AAEC")).toBe(true);
    expect(sameMac("AAEC", "AAED")).toBe(false);
    expect(sameMac("AAEC", "AAECAw")).toBe(false);
  });
});

it("mints tokens of 256 bits that carry no data (S-22)", async () => {
  const random = createTestRandom();
  const tokens = await Promise.all(Array.from({ length: 50 }, () => mintToken(random, "gc_")));
  for (const { token, hash } of tokens) {
    expect(token).toMatch(/^gc_[A-Za-z0-9_-]{43}$/);
    expect(hash).not.toContain(token.slice(3));
  }
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(50);
});

it("seals a secret to its account and binding: moved to another row it opens nothing (S-18)", async () => {
  const keys = await deriveKeys(secret);
  const owner = { accountId: "a", bindingId: "b" };
  const sealed = await seal(keys, createTestRandom(), owner, utf8("twenty bytes of TOTP"));
  const [id, iv, text] = sealed.split(".");
  expect(id).toBe(keys.sealId);
  const open = (account: string) =>
    crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64Url(iv ?? ""), additionalData: utf8(JSON.stringify([account, "b"])) }, keys.seal, fromBase64Url(text ?? ""));
  expect(new TextDecoder().decode(await open("a"))).toBe("twenty bytes of TOTP");
  await expect(open("other")).rejects.toMatchObject({ name: "OperationError" });
});

it("writes bytes as base64url and reads them back", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
  expect([...fromBase64Url(toBase64Url(bytes))]).toEqual([...bytes]);
});
