import { Completion, endpoints, Session, type GuardAdapter, type Result } from "@guard/contract";
import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { createHttpAdapter } from "./index.ts";

/** Many more in `npm run test:deep`. */
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 1000);

const completing = Object.entries(endpoints).flatMap(([name, { response }]) => (response === Completion ? [name as keyof GuardAdapter] : []));

const session = { token: "gs_1", expiresAt: 1, app: "demo", authTime: 1, amr: ["pwd"], user: { id: "1", username: "ann" } };

/** Any JSON, and JSON that comes near to a success: the right answer with one thing taken away or replaced. */
const nearSuccess = fc
  .tuple(fc.constantFrom("status", "session", "now", "token", "expiresAt", "app", "authTime", "amr", "user"), fc.jsonValue())
  .map(([name, value]) => {
    const inner: Record<string, unknown> = { ...session, [name]: value };
    return { status: "done", session: name in session ? inner : session, now: 1, ...(!(name in session) && { [name]: value }) };
  });
const body = fc.oneof(fc.jsonValue(), fc.record({ status: fc.constantFrom("done", "challenge", "ok"), session: fc.jsonValue(), challenge: fc.jsonValue(), now: fc.jsonValue() }), nearSuccess);

it("names the seven calls that can complete a login", () => {
  expect(completing).toEqual(["signIn", "verifySignInCode", "verifyCode", "confirmTotp", "verifyRecoveryCode", "verifyFace", "enrolFace"]);
});

it(`gives no success for ${RUNS} random answers unless a schema-valid session stands in them (A-02)`, { timeout: 10_000 + RUNS * 20 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...completing), body, fc.constantFrom(200, 201), async (name, answer, status) => {
      const adapter = createHttpAdapter({ baseUrl: "https://a.example", fetch: () => Response.json(answer, { status }) });
      const call = adapter[name] as (input: object, context: object) => Promise<Result<v.InferOutput<typeof Completion>>>;
      const result = await call({ token: "gc_1", code: "123456", image: Uint8Array.of(1) }, { signal: new AbortController().signal, key: "k" });
      const succeeded = result.ok && result.value.status === "done";
      expect(succeeded && !v.is(v.object({ session: Session }), answer)).toBe(false);
    }),
    { numRuns: RUNS, seed: 20261121 },
  );
});
