import { succeed } from "@guard/contract";
import { describe, expect, it } from "vitest";
import type { Effect } from "../flow/index.ts";
import { PICTURE } from "../testing/answers.ts";
import { challengeAnswer, delivered, enrolment, session, T0 } from "../testing/parts.ts";
import { everything, scriptedAdapter } from "../testing/scripted-adapter.ts";
import { perform } from "./perform.ts";

const call = { task: "t1", key: "t1", token: "gc_1" } as const;
const image = PICTURE;
const done = succeed({ status: "done", session, now: T0 } as const);

async function performed(effect: Effect, result: Parameters<ReturnType<typeof scriptedAdapter>["calls"][number]["answer"]>[0] = done) {
  const { adapter, calls } = scriptedAdapter(everything);
  const answer = perform({ adapter, app: "demo", redirectUri: "https://example.com/" }, effect, { signal: new AbortController().signal, key: "t1" });
  await calls[0]?.answer(result);
  return { operation: calls[0]?.operation, input: calls[0]?.input, answer: await answer };
}

const effects: readonly (readonly [Effect, string, object])[] = [
  [{ type: "signIn", task: "t1", identifier: "me", password: "pw" }, "signIn", { app: "demo", identifier: "me", password: "pw", redirectUri: "https://example.com/" }],
  [{ type: "verifySignInCode", task: "t1", key: "t1", identifier: "me@example.com", code: "123456" }, "verifySignInCode", { app: "demo", identifier: "me@example.com", code: "123456", redirectUri: "https://example.com/" }],
  [{ ...call, type: "verify", factor: "totp", code: "123456" }, "verifyCode", { token: "gc_1", factor: "totp", code: "123456" }],
  [{ ...call, type: "verify", factor: "email", code: "123456", trustDevice: true }, "verifyCode", { token: "gc_1", factor: "email", code: "123456", trustDevice: true }],
  [{ ...call, type: "confirmTotp", code: "123456" }, "confirmTotp", { token: "gc_1", code: "123456" }],
  [{ ...call, type: "verifyRecoveryCode", code: "ABC" }, "verifyRecoveryCode", { token: "gc_1", code: "ABC" }],
  [{ ...call, type: "face", image, bound: true }, "verifyFace", { token: "gc_1", image }],
  [{ ...call, type: "face", image, bound: false }, "enrolFace", { token: "gc_1", image }],
];

describe("what may complete a login", () => {
  it.each(effects)("$type calls %s with %j", async (effect, operation, input) => {
    expect(await performed(effect)).toEqual({ operation, input, answer: { to: effect.type, result: done } });
  });

  it.each(effects)("$type offers only what this adapter can do of a challenge it answers", async (effect) => {
    const challenge = challengeAnswer({ factor: "totp", factors: [{ factor: "totp", bound: true }] });
    const { answer } = await performed(effect, succeed({ status: "challenge", challenge, now: T0 }));
    expect(answer).toMatchObject({ result: { value: { challenge: { factors: [{ factor: "totp" }, { factor: "recovery" }] } } } });
  });
});

it("asks for a code to sign in with, and hears where it went", async () => {
  const sent = succeed({ ...delivered, now: T0 });
  expect(await performed({ type: "requestSignInCode", task: "t1", identifier: "me@example.com", trigger: "auto" }, sent)).toEqual({
    operation: "requestSignInCode",
    input: { app: "demo", identifier: "me@example.com", trigger: "auto" },
    answer: { to: "requestSignInCode", result: sent },
  });
});

it("takes no enrolment without a secret", async () => {
  const { secret: _, ...without } = enrolment;
  const startTotp: Effect = { type: "startTotp", task: "t1", token: "gc_1" };
  expect((await performed(startTotp, succeed({ ...enrolment, now: T0 }))).answer).toMatchObject({ to: "startTotp", result: { ok: true } });
  expect((await performed(startTotp, succeed({ ...without, now: T0 }))).answer).toEqual({ to: "startTotp", result: { ok: false, error: { code: "unknown" } } });
});
