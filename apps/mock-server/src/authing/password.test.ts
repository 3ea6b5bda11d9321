import { beforeAll, describe, expect, it } from "vitest";
import { rsa } from "../node/rsa.ts";
import { createAuthingRig, encrypted } from "../node/testing/authing.ts";
import type { Rig } from "../testing/rig.ts";
import { createPasswordReader, unpad } from "./password.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig();
});

/** A block of 256 bytes: its head, so many bytes of padding, a zero, the message. */
function block(head: readonly number[], padding: number, message = "secret"): Uint8Array {
  const bytes = [...head, ...Array.from({ length: padding }, () => 0xab), 0, ...new TextEncoder().encode(message)];
  return Uint8Array.from({ length: Math.max(256, bytes.length) }, (_, at) => bytes[at] ?? 0xcd).subarray(0, bytes.length);
}

describe("padding by PKCS #1 v1.5", () => {
  it.each([8, 9, 200])("of %d bytes is taken off", (padding) => {
    const padded = block([0, 2], padding);
    const { isPadded, from } = unpad(padded);
    expect([isPadded, new TextDecoder().decode(padded.subarray(from))]).toEqual([1, "secret"]);
  });

  it("keeps zeros in the message, and takes an empty one", () => {
    expect(unpad(block([0, 2], 10, "a\0b"))).toEqual({ isPadded: 1, from: 13 });
    expect(unpad(block([0, 2], 253, ""))).toEqual({ isPadded: 1, from: 256 });
  });

  it.each([
    ["begins with another byte", block([1, 2], 20)],
    ["is a signature's", block([0, 1], 20)],
    ["is shorter than eight bytes", block([0, 2], 7)],
    ["never ends", new Uint8Array(256).fill(0xab).fill(0, 0, 1).fill(2, 1, 2)],
    ["is not there", new Uint8Array(256)],
  ])("that %s is none", (_, bytes) => {
    expect(unpad(bytes).isPadded).toBe(0);
  });
});

describe("an encrypted password", () => {
  const reader = () => createPasswordReader(rig.domain, rsa);

  it.each(["Guard-demo-2026!", "密码🔑", ""])("is read: %j", async (password) => {
    const passwords = reader();
    expect(await passwords.read(encrypted(password, await passwords.publicKey()))).toBe(password);
  });

  it("is read by another server on the same store, whose key it was encrypted under", async () => {
    expect(await reader().read(encrypted("secret", await reader().publicKey()))).toBe("secret");
  });

  it.each(["", "plain text", "AAAA", "A".repeat(344), `${"/".repeat(342)}==`, "=".repeat(2000)])("that is none comes out as some password nobody has, and not as an error: %s", async (text) => {
    const read = await reader().read(text);
    expect(read).toMatch(/^[\w-]{43}$/);
    expect(await reader().read(text)).not.toBe(read);
  });

  it("lies in the store sealed", async () => {
    const { privateKey } = await rig.db.selectFrom("authingKey").select("privateKey").executeTakeFirstOrThrow();
    expect(privateKey).toMatch(/^[\w-]{8}\.[\w-]{16}\.[\w-]{1000,}$/);
  });
});
