import { expect, expectTypeOf, it } from "vitest";
import * as v from "valibot";
import { Challenge, Completion, endpoints, ErrorCode, hostEndpoints, toGuardError, VerifyRequest, type Call, type GuardAdapter, type Operation } from "./index.ts";

it("has one adapter method for each endpoint and no other", () => {
  expectTypeOf<{ readonly [Op in Operation]: Call<Op> }>().toEqualTypeOf<{ [K in keyof Omit<GuardAdapter, "capabilities">]: GuardAdapter[K] }>();
});

it("gives every answer the server's clock", () => {
  for (const [name, { response }] of Object.entries(endpoints)) {
    const shape = response.type === "variant" ? response.options : [response];
    for (const option of shape) expect(Object.keys(option.entries), name).toContain("now");
  }
});

it("maps an unknown error code to unknown and keeps the raw one", () => {
  expect(toGuardError({ code: "you_are_in" })).toEqual({ code: "unknown", raw: "you_are_in" });
});

it("never lets a known code through without the time its view needs", () => {
  expect(toGuardError({ code: "locked" }).code).toBe("unknown");
  expect(toGuardError({ code: "resend_too_soon" }).code).toBe("unknown");
  expect(toGuardError({ code: "locked", lockedUntil: 5 })).toEqual({ code: "locked", lockedUntil: 5 });
});

it("turns every code of the closed list into itself when its data is there", () => {
  for (const code of ErrorCode.options) {
    expect(toGuardError({ code, lockedUntil: 1, resendAt: 1, retryAt: 1, attemptsLeft: 1 }).code).toBe(code);
  }
});

it("refuses unknown keys in requests and drops them in answers", () => {
  expect(v.safeParse(VerifyRequest, { factor: "email", code: "123456", verified: true }).success).toBe(false);
  const challenge = { token: "gc_1", expiresAt: 1, need: "verify", factor: "email", factors: [{ factor: "email", bound: true, extra: 1 }], now: 1, extra: 1 };
  expect(v.parse(Challenge, challenge)).not.toHaveProperty("extra");
});

it("takes no code that is not six digits", () => {
  for (const code of ["12345", "1234567", "12345a", " 123456", "１２３４５６", 123456, null, ["1"]]) {
    expect(v.safeParse(VerifyRequest, { factor: "email", code }).success).toBe(false);
  }
});

it("knows no success without a session", () => {
  expect(v.safeParse(Completion, { status: "done", now: 1 }).success).toBe(false);
  expect(v.safeParse(Completion, { status: "ok", now: 1, session: {} }).success).toBe(false);
});

it("keeps the calls of a host's backend out of the adapter, which runs in a page", () => {
  expect(Object.keys(endpoints)).not.toEqual(expect.arrayContaining(Object.keys(hostEndpoints)));
  const taken = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
  for (const { method, path } of Object.values(hostEndpoints)) expect(taken).not.toContain(`${method} ${path}`);
});
