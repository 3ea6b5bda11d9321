import { availableParallelism } from "node:os";
import { hash } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { Busy } from "../ports.ts";
import { createArgon2Hasher, parallelHashes, WAITING_HASHES } from "./hasher.ts";

const hasher = createArgon2Hasher();

it("makes argon2id PHC strings with m=19456, t=2, p=1, a 16-byte salt and a 32-byte tag (S-37)", async () => {
  const [, algorithm, version, parameters, salt = "", tag = ""] = (await hasher.hash("Guard-demo-2026!")).split("$");
  expect({ algorithm, version, parameters }).toEqual({ algorithm: "argon2id", version: "v=19", parameters: "m=19456,t=2,p=1" });
  expect(Buffer.from(salt, "base64")).toHaveLength(16);
  expect(Buffer.from(tag, "base64")).toHaveLength(32);
});

it("salts, so that one password never looks the same twice", async () => {
  expect(await hasher.hash("same")).not.toBe(await hasher.hash("same"));
});

it("knows the right password and no other", async () => {
  const phc = await hasher.hash("pässwörd ünïcode ✓");
  expect(await hasher.verify(phc, "pässwörd ünïcode ✓")).toBe(true);
  expect(await hasher.verify(phc, "passwörd ünïcode ✓")).toBe(false);
});

it("hashes all 1,024 characters and truncates nothing", async () => {
  const long = "x".repeat(1_023);
  const phc = await hasher.hash(`${long}a`);
  expect(await hasher.verify(phc, `${long}a`)).toBe(true);
  expect(await hasher.verify(phc, `${long}b`)).toBe(false);
});

it("calls weaker parameters outdated, and today's not", async () => {
  expect(hasher.isOutdated(await hasher.hash("now"))).toBe(false);
  expect(hasher.isOutdated(await hash("then", { memoryCost: 12_288, timeCost: 3, parallelism: 1 }))).toBe(true);
  expect(hasher.isOutdated(await hash("then", { memoryCost: 19_456, timeCost: 1, parallelism: 1 }))).toBe(true);
});

it("hashes on at most as many threads as there are cores, and refuses what would wait beyond 64 (S-39)", async () => {
  expect(parallelHashes).toBeGreaterThanOrEqual(1);
  expect(parallelHashes).toBeLessThanOrEqual(availableParallelism());
  const room = parallelHashes + WAITING_HASHES;
  const outcomes = await Promise.allSettled(Array.from({ length: room + 20 }, () => hasher.hash("flood")));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(20);
  expect(refused.every(({ reason }) => reason instanceof Busy)).toBe(true);
});
