import type * as v from "valibot";
import { readBody } from "./body.ts";
import type { Call } from "./call.ts";
import { envelope } from "./envelope.ts";
import { answerGraphql } from "./graphql/answer.ts";
import { done } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

type Route = (call: Call) => Promise<Response>;

/** A call that brings nothing but its headers. */
const plain =
  (run: (call: Call) => Promise<Outcome>): Route =>
  async (call) =>
    envelope(await run(call), call);

/** A call with a JSON body. */
const withBody =
  <S extends v.GenericSchema>(schema: S, run: (call: Call, body: v.InferOutput<S>) => Promise<Outcome>): Route =>
  async (call) => {
    const body = await readBody(call, schema);
    return envelope(body.ok ? await run(call, body.data) : body, call);
  };

/** Every route, by method and path; clients call some of them by more than one name. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/v2/.well-known": plain(async ({ passwords }) => done({ publicKey: await passwords.publicKey() })),
  "POST /graphql/v2": answerGraphql,
};

export const findRoute = (method: string, path: string): Route | undefined => (Object.hasOwn(ROUTES, `${method} ${path}`) ? ROUTES[`${method} ${path}`] : undefined);
export { withBody };
