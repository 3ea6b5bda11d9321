import { describe, expect, it } from "vitest";
import { readRecord } from "./read-record.ts";

const challenge = { is: "challenge", token: "gc_1", active: "email", expiresAt: 1, offset: -2 };
const lock = { is: "lock", lockedUntil: 1, offset: 0 };

it.each([challenge, lock])("reads what this version wrote: $is", (record) => expect(readRecord(JSON.stringify(record))).toEqual(record));

describe("drops everything else", () => {
  it.each([
    "",
    "not json",
    "null",
    "7",
    '"challenge"',
    "[]",
    "{}",
    '{"is":"toString"}',
    JSON.stringify({ ...challenge, is: "lock" }),
    JSON.stringify({ ...challenge, identifier: "me" }),
    JSON.stringify({ ...challenge, token: 1 }),
    JSON.stringify({ ...challenge, active: "pigeon" }),
    JSON.stringify({ ...challenge, active: "toString" }),
    JSON.stringify({ ...challenge, expiresAt: null }),
    JSON.stringify({ is: "lock", offset: 0 }),
    JSON.stringify({ ...lock, lockedUntil: "soon" }),
  ])("%s", (text) => expect(readRecord(text)).toBeUndefined());
});
