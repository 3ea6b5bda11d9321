import { expect, it } from "vitest";
import { guardErrorOf } from "./guard-error.ts";
import { readRejection } from "./refusal.ts";

const now = 1_000_000;
const errorOf = (reason: unknown) => guardErrorOf(readRejection(reason), now);
const axios = (status: number, data?: unknown) => Object.assign(new Error(`Request failed with status code ${status}`), { code: "ERR_BAD_REQUEST", response: { status, data } });

it.each([
  ["REST and GraphQL", { code: 2001, message: "验证码错误", data: { remainCount: 5 } }],
  ["REST, where the host's onError returns", new Error(JSON.stringify({ code: 2001, message: "验证码错误", data: { remainCount: 5 } }))],
  ["a server that says no by the status too", axios(400, { code: 2001, message: "验证码错误", data: { remainCount: 5 } })],
])("reads a refusal in the shape of %s", (_, reason) => {
  expect(errorOf(reason)).toEqual({ code: "code_invalid", attemptsLeft: 5 });
});

it.each([
  [2333, undefined, { code: "invalid_credentials" }],
  [2004, null, { code: "invalid_credentials" }],
  [6001, {}, { code: "code_invalid" }],
  [6002, { remainCount: 4 }, { code: "code_invalid", attemptsLeft: 4 }],
  [2005, { unlockAt: 42 }, { code: "locked", lockedUntil: 42 }],
  [2005, undefined, { code: "closed" }],
  [2057, undefined, { code: "closed" }],
  [2020, undefined, { code: "unauthorized" }],
  [2021, undefined, { code: "challenge_expired" }],
  [2021, { reason: "step_up_required" }, { code: "step_up_required" }],
  [2080, undefined, { code: "resend_too_soon", resendAt: now + 60_000 }],
  [2080, { retryAfter: 7 }, { code: "resend_too_soon", resendAt: now + 7_000 }],
  [2080, { reason: "ip_code_limit", retryAfter: 90 }, { code: "ip_code_limit", retryAt: now + 90_000 }],
  [1002, undefined, { code: "rate_limited" }],
  [2200, undefined, { code: "target_unavailable" }],
  [1700, undefined, { code: "face_no_match" }],
  [1701, undefined, { code: "image_invalid" }],
  [1639, { reason: "something newer" }, { code: "unknown", raw: "authing_1639" }],
])("says %i with %j in the contract's words", (code, data, error) => {
  expect(errorOf({ code, message: "…", data })).toEqual(error);
});

it.each([
  ["a gateway, in REST", axios(503), { code: "unavailable" }],
  ["a gateway, in GraphQL", { code: "ERR_BAD_REQUEST", message: "Request failed with status code 429", data: "…" }, { code: "rate_limited" }],
  ["a proxy's page", axios(418, "<html>"), { code: "unknown", raw: "http_418" }],
  ["a timeout", { code: "ECONNABORTED", message: "timeout of 30000ms exceeded" }, { code: "timeout" }],
  ["no connection in a page", new Error("Network Error"), { code: "network" }],
  ["no connection in Node", { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:1" }, { code: "network" }],
  ["a password that can't be encrypted", false, { code: "unknown", raw: "not_encrypted" }],
  ["a host's handler that throws", new Error("my own"), { code: "unknown", raw: "sdk" }],
  ["nothing at all", undefined, { code: "unknown", raw: "sdk" }],
])("knows %s from a refusal", (_, reason, error) => {
  expect(errorOf(reason)).toEqual(error);
});
