import { expect, it } from "vitest";
import { deriveKeys } from "../../crypto/keys.ts";
import { createTestRandom } from "../../testing/ports.ts";
import { foldRecovery, mintRecovery, recoveryMacs } from "./code.ts";

const secret = new Uint8Array(32).fill(7);
const older = new Uint8Array(32).fill(8);

it("is 25 characters of Crockford's base 32, which is 125 bits, in groups of five (R15, S-20)", async () => {
  const keys = await deriveKeys(secret);
  const random = createTestRandom();
  const codes = await Promise.all(Array.from({ length: 200 }, () => mintRecovery(keys, random)));
  for (const { code } of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(200);
  // Each of the 32 characters comes about as often: 5,000 draws, 156 each.
  const counts = new Map<string, number>();
  for (const character of codes.map(({ code }) => code.replaceAll("-", "")).join("")) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(32);
  for (const count of counts.values()) expect(Math.abs(count - 156)).toBeLessThan(65);
});

it.each([
  "7K3MP-QR9TV-WX2YZ-A4BCD-E6FG1", "7k3mpqr9tvwx2yza4bcde6fg1", " 7K3MP QR9TV WX2YZ A4BCD E6FGl ", "7K3MP–QR9TV—WX2YZ‐A4BCD-E6FGI", "\u200e7K3MPQR9TVWX2YZA4BCDE6FG1\n",
])("is read as a person types or pastes it: %j (R15)", (typed) => {
  expect(foldRecovery(typed)).toBe("7K3MPQR9TVWX2YZA4BCDE6FG1");
});

it("reads O as 0, and I and L as 1", () => {
  expect(foldRecovery("oOiIlL0000000000000000000")).toBe("0011110000000000000000000");
});

it.each(["", "7K3MP-QR9TV-WX2YZ-A4BCD-E6FG", "7K3MP-QR9TV-WX2YZ-A4BCD-E6FG11", "7K3MP-QR9TV-WX2YZ-A4BCD-E6FGU", "7K3MP-QR9TV-WX2YZ-A4BCD-E6FG!"])("%j is none", (typed) => {
  expect(foldRecovery(typed)).toBeUndefined();
});

it("is stored as a MAC, which an earlier secret of the server still knows", async () => {
  const { code, mac } = await mintRecovery(await deriveKeys(older), createTestRandom());
  const text = foldRecovery(code) ?? "";
  expect(mac).not.toContain(text);
  expect(await recoveryMacs(await deriveKeys(secret), text)).not.toContain(mac);
  expect(await recoveryMacs(await deriveKeys(secret, [older]), text)).toContain(mac);
});
