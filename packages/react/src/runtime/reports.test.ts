import { failure, fixtures, T0, variants, walk } from "@guard/machine/testing";
import { expect, it } from "vitest";
import { reportsOf } from "./reports.ts";

const since = { step: T0 - 5000, login: T0 - 30_000 };

it("tells a step with the time spent on the one before, and a success with the time of the whole", () => {
  expect(reportsOf(fixtures["challenge.verifying"], fixtures.done, T0, since)).toEqual([
    { type: "step", step: "done", from: "verify", afterMs: 5000 },
    { type: "success", afterMs: 30_000 },
  ]);
});

it("takes neither a reload nor the loading of a secret for a form that went off", () => {
  expect(reportsOf(fixtures.password, fixtures.resuming, T0, since)).toEqual([{ type: "step", step: "resume", from: "password", afterMs: 5000 }]);
  expect(reportsOf(variants.bindAny, variants.enrolLoadingAmongTabs, T0, since)).toEqual([{ type: "step", step: "enrol", from: "bind", afterMs: 5000 }]);
});

it("tells what went wrong with an enrolment beside what went wrong with another factor before", () => {
  const [email, ...others] = variants.enrolAmongTabs.challenge.factors;
  const refused = { ...email, factor: "email", bound: false, delivery: { is: "unsent" }, failure: failure({ code: "target_invalid" }) } as const;
  const before = { ...variants.enrolAmongTabs, challenge: { ...variants.enrolAmongTabs.challenge, factors: [refused, ...others] } };
  const after = { ...before, failure: { id: "newer", error: { code: "code_invalid" }, late: false } } as const;
  expect(reportsOf(before, after, T0, since)).toEqual([{ type: "error", step: "enrol", code: "code_invalid" }]);
});

it("tells a submit, and a code that is on its way", () => {
  expect(reportsOf(fixtures.password, fixtures["password.submitting"], T0, since)).toEqual([{ type: "submit", step: "password" }]);
  const sending = structuredClone(fixtures.challenge);
  const unsent = { ...sending, challenge: { ...sending.challenge, factors: [{ factor: "email", bound: true, delivery: { is: "sending", task: "t" } }] } } as const;
  expect(reportsOf(unsent, fixtures.challenge, T0, since)).toEqual([{ type: "sent", factor: "email" }]);
});

it("never holds an identifier, a target, a token or a secret, whatever a login goes through", () => {
  const told = new Set<string>();
  walk(({ from, turn }) => {
    for (const report of reportsOf({ ...from, identifier: "me@example.com" }, { ...turn.state, identifier: "me@example.com" }, T0, since)) told.add(JSON.stringify(report));
  });
  expect(told.size).toBeGreaterThan(20);
  for (const report of told) expect(report).not.toMatch(/@|gc_|gs_|gd_|walker|otpauth|987654|•/i);
}, 60_000);
